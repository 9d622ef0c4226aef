package com.taskflow.platform.ratelimit;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits over HTTP. Every test comes from an address of its own. */
@FullStackTest
@TestPropertySource(properties = {"taskflow.limits.login=3/15m", "taskflow.limits.register=100/1h",
    "taskflow.limits.forgot=2/1h", "taskflow.limits.refresh=2/1m", "taskflow.limits.api=5/1m",
    "taskflow.limits.anonymous=4/1m", "taskflow.web.allowed-origins=https://app.example.org"})
class RateLimitApiIntegrationTests {

    private static final String COOKIE = "__Host-taskflow_refresh";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String address = "198.51.100." + ADDRESSES.incrementAndGet();

    private final RestTestClient client;

    private final MeterRegistry meters;

    private final int port;

    RateLimitApiIntegrationTests(@Autowired RestTestClient client, @Autowired MeterRegistry meters,
            @LocalServerPort int port) {
        this.client = from(client, this.address);
        this.meters = meters;
        this.port = port;
    }

    @Test
    void limitsSignInsOfAnAddress() {
        login(this.client).expectStatus().isUnauthorized().expectHeader()
                .valueEquals("RateLimit-Policy", "\"login\";q=3;w=900").expectHeader()
                .valueEquals("RateLimit", "\"login\";r=2;t=900");
        login(this.client).expectStatus().isUnauthorized();
        login(this.client).expectStatus().isUnauthorized();

        login(this.client).expectStatus().isEqualTo(429).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectHeader()
                .valueEquals("RateLimit-Policy", "\"login\";q=3;w=900").expectHeader()
                .valueMatches("RateLimit", "\"login\";r=0;t=(900|89\\d)").expectHeader()
                .valueMatches(HttpHeaders.RETRY_AFTER, "900|89\\d").expectBody().jsonPath("$.type")
                .isEqualTo("/problems/rate-limited").jsonPath("$.status").isEqualTo(429).jsonPath("$.requestId")
                .isNotEmpty();
        login(from(this.client, "198.51.100.250")).expectStatus().isUnauthorized();
    }

    @Test
    void countsEveryAttemptHoweverItIsSpelled() {
        post("/api/v1/auth/%6Cogin", "{").expectStatus().isBadRequest();
        post("/api/v1/auth/login", "{}").expectStatus().isBadRequest();
        this.client.post().uri("/api/v1/auth/login").exchange().expectStatus().isEqualTo(415);

        login(this.client).expectStatus().isEqualTo(429);
    }

    @Test
    void countsAddressesOfOneIpv6NetworkAsOne() {
        for (int i = 1; i <= 3; i++) {
            login(from(this.client, "2001:db8:0:1::" + i)).expectStatus().isUnauthorized();
        }

        login(from(this.client, "2001:db8:0:1:ffff::1")).expectStatus().isEqualTo(429);
        login(from(this.client, "2001:db8:0:2::1")).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void limitsBadTokensOfAnAddress(String token) {
        Supplier<ResponseSpec> attempt = () -> this.client.get().uri("/api/v1/users/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
        for (int i = 3; i >= 0; i--) {
            attempt.get().expectStatus().isUnauthorized().expectHeader().valueMatches("RateLimit",
                    "\"anonymous\";r=" + i + ";t=\\d+");
        }

        attempt.get().expectStatus().isEqualTo(429);
    }

    @Test
    void countsWhatStrangersAskForTogether() {
        this.client.get().uri("/api/v1/tasks").exchange().expectStatus().isUnauthorized();
        this.client.get().uri("/api/v1/nothing").exchange().expectStatus().isUnauthorized();
        refresh("garbage").expectStatus().isUnauthorized();
        post("/api/v1/auth/logout", "").expectStatus().isUnauthorized();

        this.client.get().uri("/api/v1/auth/login").exchange().expectStatus().isEqualTo(429);
        refresh("v1.1.00000000-0000-7000-8000-000000000000.1." + "A".repeat(43)).expectStatus().isEqualTo(429);
        this.client.post().uri("/api/v1/auth/refresh").exchange().expectStatus().isEqualTo(429);
    }

    @Test
    void leavesProbesAndPreflightsFree() {
        exhaustAnonymous();

        this.client.get().uri("/livez").exchange().expectStatus().isOk().expectHeader().doesNotExist("RateLimit");
        this.client.get().uri("/readyz").exchange().expectStatus().isOk().expectHeader().doesNotExist("RateLimit");
        this.client.method(HttpMethod.OPTIONS).uri("/api/v1/tasks")
                .header(HttpHeaders.ORIGIN, "https://app.example.org")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET").exchange().expectStatus().isOk()
                .expectHeader().doesNotExist("RateLimit");
    }

    @Test
    void limitsUserAndNotTheAddress() {
        ApiUser ann = ApiUser.register(this.client);
        ApiUser ben = ApiUser.register(this.client);
        exhaustAnonymous();
        for (int i = 0; i < 5; i++) {
            me(from(ann.client(), "198.51.100.20" + i)).expectStatus().isOk();
        }

        me(ann.client()).expectStatus().isEqualTo(429).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "12")
                .expectHeader().valueMatches("RateLimit", "\"api\";r=0;t=\\d+");
        me(ben.client()).expectStatus().isOk().expectHeader()
                .valueEquals("RateLimit-Policy", "\"api\";q=5;w=60").expectHeader()
                .valueEquals("RateLimit", "\"api\";r=4;t=12");
    }

    @Test
    void limitsRefreshesOfOneSessionWithoutEndingIt() {
        String first = signUp();
        exhaustAnonymous();
        String second = refreshed(refresh(first));
        String third = refreshed(refresh(second));

        refresh(third).expectStatus().isEqualTo(429).expectHeader()
                .valueEquals("RateLimit-Policy", "\"refresh\";q=2;w=60").expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE);
        refresh(signUp()).expectStatus().isOk();
    }

    @Test
    void countsDecisionsByLimitAndOutcome() {
        double before = this.meters.get("taskflow.ratelimit.requests").tags("limit", "login", "outcome", "limited")
                .counter().count();
        for (int i = 0; i < 5; i++) {
            login(this.client);
        }

        assertThat(this.meters.get("taskflow.ratelimit.requests").tags("limit", "login", "outcome", "limited")
                .counter().count()).isEqualTo(before + 2);
        assertThat(this.meters.get("taskflow.ratelimit.degraded").gauge().value()).isZero();
    }

    private void exhaustAnonymous() {
        for (int i = 0; i < 4; i++) {
            this.client.get().uri("/api/v1/tasks").exchange().expectStatus().isUnauthorized();
        }
        this.client.get().uri("/api/v1/tasks").exchange().expectStatus().isEqualTo(429);
    }

    private static RestTestClient from(RestTestClient client, String address) {
        return client.mutate().defaultHeaders((headers) -> {
            headers.set("X-Forwarded-For", address);
            headers.set("X-Forwarded-Proto", "https");
        }).build();
    }

    private static ResponseSpec login(RestTestClient client) {
        return client.post().uri("/api/v1/auth/login").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", "nobody@example.org", "password", ApiUser.PASSWORD)).exchange();
    }

    private static ResponseSpec me(RestTestClient client) {
        return client.get().uri("/api/v1/users/me").exchange();
    }

    private ResponseSpec post(String uri, String body) {
        return this.client.post().uri(URI.create("http://localhost:" + this.port + uri)).contentType(
                MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private ResponseSpec refresh(String token) {
        return this.client.post().uri("/api/v1/auth/refresh").header("X-TaskFlow-CSRF", "1").cookie(COOKIE, token)
                .exchange();
    }

    private String signUp() {
        return refreshed(this.client.post().uri("/api/v1/auth/register").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", "limits-" + UUID.randomUUID() + "@example.org", "password",
                        ApiUser.PASSWORD, "name", "Somebody"))
                .exchange());
    }

    private static String refreshed(ResponseSpec response) {
        ResponseCookie cookie = response.expectStatus().is2xxSuccessful().returnResult().getResponseCookies()
                .getFirst(COOKIE);
        return Objects.requireNonNull(cookie).getValue();
    }

}

package com.taskflow.auth;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.platform.security.KeySource;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Access tokens over HTTP: every bad one gets the same 401, wherever it comes from. */
@FullStackTest
class AccessTokenApiIntegrationTests {

    private static final String ME = "/api/v1/users/me";

    private final AuthClient auth;

    private final KeySource keys;

    private final Clock clock;

    AccessTokenApiIntegrationTests(@Autowired RestTestClient http, @Autowired KeySource keys, @Autowired Clock clock) {
        this.auth = new AuthClient(http);
        this.keys = keys;
        this.clock = clock;
    }

    @Test
    void saysTheSameForEveryBadToken() {
        Answer none = this.auth.call(HttpMethod.GET, ME, (_) -> {
        });
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.slug()).isEqualTo("unauthenticated");
        assertThat(none.headers().get(HttpHeaders.WWW_AUTHENTICATE)).containsExactly("Bearer");
        Map<String, String> attacks = TokenAttacks.all(this.keys.current().signing().active(), this.clock.instant());

        // A client sends no control characters, and trims white space.
        attacks.entrySet().stream().filter((attack) -> attack.getValue().matches("[\\x21-\\x7e]+"))
                .forEach((attack) -> {
                    Answer answer = this.auth.call(HttpMethod.GET, ME, AuthClient.bearer(attack.getValue()));
                    assertThat(answer.status()).as(attack.getKey()).isEqualTo(401);
                    assertThat(answer.bodyWithoutRequest()).as(attack.getKey()).isEqualTo(none.bodyWithoutRequest());
                    assertThat(answer.headers().headerNames()).isEqualTo(none.headers().headerNames());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer "})
    void readsTheSchemeInAnyCase(String scheme) {
        assertThat(this.auth.call(HttpMethod.GET, ME, authorization(scheme + token())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Token x", "DPoP x", "Bearer,Bearer", "nonsense"})
    void refusesOtherSchemes(String header) {
        Answer answer = this.auth.call(HttpMethod.GET, ME, authorization(header));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get(HttpHeaders.WWW_AUTHENTICATE)).containsExactly("Bearer");
    }

    @Test
    void ignoresTokenInQueryAndCookie() {
        String token = token();

        assertThat(this.auth.call(HttpMethod.GET, ME + "?access_token=" + token, (_) -> {
        }).status()).isEqualTo(401);
        assertThat(this.auth.call(HttpMethod.GET, ME, (headers) -> headers.add(HttpHeaders.COOKIE,
                "access_token=" + token + "; __Host-taskflow_refresh=" + token)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/nothing", "/api/v1/auth/login"})
    void refusesTwoAuthorizationHeadersEverywhere(String path) {
        String token = token();

        Answer answer = this.auth.call(HttpMethod.GET, path,
                AuthClient.bearer(token).andThen(AuthClient.bearer(token)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo("malformed-request");
    }

    @Test
    void asksToSignInBeforeItSaysWhatExists() {
        for (String path : Stream
                .of("/api/v1/nothing", "/api/v1/auth/nothing", "/api/v1/auth/sessions", "/nothing", "/",
                        "/api/v1/auth/login/", "/actuator/health", "/error")
                .toList()) {
            assertThat(this.auth.call(HttpMethod.GET, path, (_) -> {
            }).status()).as(path).isEqualTo(401);
        }
        assertThat(this.auth.call(HttpMethod.GET, "/api/v1/nothing", AuthClient.bearer(token())).status())
                .isEqualTo(404);
    }

    @Test
    void tellsWrongMethodsOfPublicRoutesWithoutAskingToSignIn() {
        Answer answer = this.auth.call(HttpMethod.GET, "/api/v1/auth/login", (_) -> {
        });

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().getAllow()).containsExactly(HttpMethod.POST);
    }

    private String token() {
        return this.auth.register(AuthClient.newEmail()).field("accessToken");
    }

    private static Consumer<HttpHeaders> authorization(String value) {
        return (headers) -> headers.add(HttpHeaders.AUTHORIZATION, value);
    }

}

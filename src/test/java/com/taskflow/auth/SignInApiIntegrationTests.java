package com.taskflow.auth;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-up and sign-in over HTTP. */
@FullStackTest
class SignInApiIntegrationTests {

    private final AuthClient auth;

    private final RestTestClient http;

    private final JdbcClient jdbc;

    SignInApiIntegrationTests(@Autowired RestTestClient http, @Autowired JdbcClient jdbc) {
        this.auth = new AuthClient(http);
        this.http = http;
        this.jdbc = jdbc;
    }

    @Test
    void signsUpAndIn() {
        String email = AuthClient.newEmail();

        Answer answer = this.auth.register(email);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains("\"tokenType\":\"Bearer\"", "\"expiresIn\":900",
                "\"email\":\"" + email + "\"", "\"emailVerified\":false", "\"name\":\"Somebody\"",
                "\"timeZone\":\"UTC\"").doesNotContain("assword", "version", answer.refreshToken());
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        Answer me = this.auth.call(HttpMethod.GET, "/api/v1/users/me", AuthClient.bearer(answer.field("accessToken")));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("private, no-cache");
        assertThat(me.headers().get(HttpHeaders.VARY)).contains("Authorization", "Origin");
    }

    @Test
    void putsTheRefreshTokenInItsCookieAlone() {
        Answer answer = this.auth.register(AuthClient.newEmail());

        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).hasSize(2).first().asString()
                .startsWith("__Host-taskflow_refresh=v1.").contains("; Path=/;", "; Max-Age=604800;", "; Secure;",
                        "; HttpOnly;", "; SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void marksTheDeviceForAYearByWhatNamesNobody() {
        Answer answer = this.auth.register(AuthClient.newEmail());

        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).last().asString()
                .matches("__Host-taskflow_device=v1\\.[\\w-]+\\.[\\w-]{22}\\.[\\w-]{43};.*")
                .contains("; Path=/;", "; Max-Age=31536000;", "; Secure;", "; HttpOnly;", "; SameSite=Strict")
                .doesNotContain("Domain", answer.field("id"));
        assertThat(this.auth.refresh(answer.refreshToken()).deviceToken()).isEmpty();
    }

    @Test
    void refusesTakenAddressInAnyCase() {
        String email = AuthClient.newEmail();
        this.auth.register(email);

        Answer again = this.auth.register(email.toUpperCase(Locale.ROOT));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.slug()).isEqualTo("email-taken");
        assertThat(again.setCookie()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "@example.org", "a@", "a@b", "a b@example.org", "a@exa mple.org",
        "a@@example.org",
        "a@example..org", "a@-example.org", "a@example.org.", "<a@example.org>", "A <a@example.org>",
        "a@example.org,b@example.org", "a@example.org\nbcc:b@example.org", "a@example.org\u0007", "\"a\"@example.org",
        "a\u00a0@example.org", "a\u200b@example.org", "a@[127.0.0.1]", ".a@example.org", "a.@example.org",
        "a..b@example.org"})
    void refusesWhatIsNoAddress(String email) {
        assertInvalid(Map.of("email", email, "password", ApiUser.PASSWORD, "name", "Somebody"), "email", "format");
    }

    @Test
    void refusesTooLongAddressWithoutTiringTheMatcher() {
        for (String email : Stream.of("a".repeat(65) + "@example.org", "a@" + "b".repeat(250) + ".org",
                "a@" + "b.".repeat(60_000) + "org", "a".repeat(200_000)).toList()) {
            assertInvalid(Map.of("email", email, "password", ApiUser.PASSWORD, "name", "Somebody"), "email", "format");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first.last+tag", "o'hara", "müller", "用户", "a_b-c!#$%&*/=?^`{|}~"})
    void takesUnusualAddresses(String mailbox) {
        assertThat(this.auth.register(mailbox + AuthClient.newEmail().replace("auth", "")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"short, length", "password1234, too_common", "I am wilhelmina!, contains_name",
        "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"
                + "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé, length"})
    void refusesPasswordWithReason(String password, String code) {
        assertInvalid(Map.of("email", AuthClient.newEmail(), "password", password, "name", "Wilhelmina"), "password",
                code);
    }

    @Test
    void refusesInvisibleNameMissingAndUnknownFields() {
        assertInvalid(Map.of("email", AuthClient.newEmail(), "password", ApiUser.PASSWORD, "name", " \u200b "), "name",
                "length");
        assertInvalid(Map.of("email", AuthClient.newEmail(), "password", ApiUser.PASSWORD), "name", "required");
        assertInvalid(Map.of("email", AuthClient.newEmail(), "password", ApiUser.PASSWORD, "name", "x", "admin", true),
                "admin", "unknown");
    }

    @Test
    void signsInWithTheSamePasswordInAnotherForm() {
        String email = AuthClient.newEmail();
        this.auth.json("/register", Map.of("email", email, "password", "caf\u00e9 au lait please", "name", "Somebody"));

        assertThat(this.auth.login(email, "cafe\u0301 au lait please").status()).isEqualTo(200);
        assertThat(this.auth.login(email.toUpperCase(Locale.ROOT), "caf\u00e9 au lait please").status()).isEqualTo(200);
    }

    @Test
    void saysTheSameForWrongUnknownAndDisabled() {
        String email = AuthClient.newEmail();
        String disabled = AuthClient.newEmail();
        this.auth.register(email);
        this.auth.register(disabled);
        this.jdbc.sql("update users set disabled_at = now() where email = ?").param(disabled).update();

        Answer wrong = this.auth.login(email, "not this one at all");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.slug()).isEqualTo("invalid-credentials");
        assertThat(wrong.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
        assertThat(wrong.setCookie()).isNull();
        for (Answer other : Stream.of(this.auth.login(AuthClient.newEmail(), "not this one at all"),
                this.auth.login(disabled, ApiUser.PASSWORD), this.auth.login("no address", "x")).toList()) {
            assertThat(other.status()).isEqualTo(401);
            assertThat(other.bodyWithoutRequest()).isEqualTo(wrong.bodyWithoutRequest());
            assertThat(other.headers().headerNames()).isEqualTo(wrong.headers().headerNames());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register", "/login"})
    void refusesPlainHttp(String path) {
        String body = "{\"email\": \"%s\", \"password\": \"%s\"%s}".formatted(AuthClient.newEmail(), ApiUser.PASSWORD,
                path.equals("/register") ? ", \"name\": \"x\"" : "");

        this.http.post().uri("/api/v1/auth" + path).contentType(MediaType.APPLICATION_JSON).body(body).exchange()
                .expectStatus().isForbidden().expectBody().jsonPath("$.type").isEqualTo("/problems/insecure-transport");
    }

    @Test
    void takesStaleTokenForNoneOnPublicRoutes() {
        String email = AuthClient.newEmail();
        this.auth.register(email);

        for (String header : Stream.of("Bearer stale", "Bearer", "Basic YTpi", "nonsense").toList()) {
            this.http.post().uri("/api/v1/auth/login").header("X-Forwarded-Proto", "https")
                    .header(HttpHeaders.AUTHORIZATION, header).contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("email", email, "password", ApiUser.PASSWORD)).exchange().expectStatus().isOk();
        }
    }

    private void assertInvalid(Map<String, ?> body, String field, String code) {
        Answer answer = this.auth.json("/register", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo("invalid-request");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", "\"code\":\"" + code + "\"");
    }

}

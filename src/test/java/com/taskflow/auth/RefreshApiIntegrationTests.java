package com.taskflow.auth;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The refresh cookie over HTTP: who may use it, what ends it, and what other origins may do. */
@FullStackTest
@TestPropertySource(properties = "taskflow.web.allowed-origins=https://app.example.com")
class RefreshApiIntegrationTests {

    private static final String CLEARED = "__Host-taskflow_refresh=; Path=/; Max-Age=0;";

    private final AuthClient auth;

    private String email = "";

    private String accessToken = "";

    private String refreshToken = "";

    RefreshApiIntegrationTests(@Autowired RestTestClient http) {
        this.auth = new AuthClient(http);
    }

    @BeforeEach
    void signUp() {
        this.email = AuthClient.newEmail();
        Answer answer = this.auth.register(this.email);
        this.accessToken = answer.field("accessToken");
        this.refreshToken = answer.refreshToken();
    }

    @Test
    void refreshesWithTheCookie() {
        Answer answer = this.auth.refresh(this.refreshToken);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("email")).isEqualTo(this.email);
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(answer.refreshToken()).startsWith("v1.").isNotEqualTo(this.refreshToken);
        assertThat(me(answer.field("accessToken"))).isEqualTo(200);
    }

    @Test
    void givesTheSameSuccessorAgainAndEndsTheSessionForTheGrandparent() {
        String second = this.auth.refresh(this.refreshToken).refreshToken();
        assertThat(this.auth.refresh(this.refreshToken).refreshToken()).isEqualTo(second);
        String third = this.auth.refresh(second).refreshToken();

        assertEnded(this.auth.refresh(this.refreshToken));
        assertEnded(this.auth.refresh(third));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, -, -", "0, -, -", "true, -, -", "1, https://evil.example, -",
        "1, null, -", "1, https://app.example.com.evil.example, -", "1, http://app.example.com, -",
        "1, https://app.example.com, cross-site", "1, -, cross-site", "1, -, none", "1, -, nonsense"})
    void refusesOtherPages(String header, String origin, String site) {
        Consumer<HttpHeaders> headers = headers(header, origin, site);

        for (String path : List.of("/refresh", "/logout")) {
            Answer answer = this.auth.post(path, headers.andThen((all) -> all.add(HttpHeaders.COOKIE,
                    AuthClient.COOKIE + "=" + this.refreshToken)));
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.slug()).isIn("csrf", "forbidden");
            assertThat(answer.setCookie()).isNull();
        }
        assertThat(this.auth.refresh(this.refreshToken).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"https://app.example.com, same-site", "https://app.example.com, same-origin",
        "https://app.example.com, -", "-, same-site", "-, same-origin"})
    void takesOwnPages(String origin, String site) {
        Answer answer = this.auth.post("/refresh", headers("1", origin, site).andThen((all) -> all
                .add(HttpHeaders.COOKIE, "a=b; " + AuthClient.COOKIE + "=" + this.refreshToken + "; c=d")));

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"''", "nonsense", "v1.1.x.1.y"})
    void clearsTheCookieThatIsNoToken(String token) {
        assertEnded(this.auth.refresh(token));
    }

    @Test
    void takesNoTokenButTheCookies() {
        Answer none = this.auth.post("/refresh", headers("1", null, null));
        Answer bearer = this.auth.post("/refresh",
                headers("1", null, null).andThen(AuthClient.bearer(this.refreshToken)));

        assertEnded(none);
        assertEnded(bearer);
        assertThat(me(this.refreshToken)).isEqualTo(401);
    }

    @Test
    void signsOutByBearer() {
        Answer answer = this.auth.post("/logout", AuthClient.bearer(this.accessToken));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.setCookie()).startsWith(CLEARED);
        assertEnded(this.auth.refresh(this.refreshToken));
    }

    @Test
    void signsOutByCookieWhenTheBearerIsStale() {
        Answer answer = this.auth.post("/logout", headers("1", null, null).andThen(AuthClient.bearer("stale"))
                .andThen((all) -> all.add(HttpHeaders.COOKIE, AuthClient.COOKIE + "=" + this.refreshToken)));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.setCookie()).startsWith(CLEARED);
        assertEnded(this.auth.refresh(this.refreshToken));
    }

    @Test
    void signsNobodyOutWithoutEither() {
        Answer answer = this.auth.post("/logout", headers("1", null, null));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.slug()).isEqualTo("unauthenticated");
        assertThat(answer.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
    }

    @Test
    void endsAllSessions() {
        String other = this.auth.login(this.email, ApiUser.PASSWORD).refreshToken();

        assertThat(this.auth.post("/logout-all", AuthClient.bearer(this.accessToken)).status()).isEqualTo(204);

        assertEnded(this.auth.refresh(this.refreshToken));
        assertEnded(this.auth.refresh(other));
    }

    @Test
    void listsOwnLiveSessionsAndClosesOne() {
        String other = this.auth.login(this.email, ApiUser.PASSWORD).refreshToken();
        String otherId = other.split("\\.", -1)[2];

        Answer list = sessions(this.accessToken);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().split("\"id\"", -1)).hasSize(3);
        assertThat(list.body()).startsWith("{\"items\":[{\"id\":\"" + otherId + "\",\"current\":false,\"createdAt\":")
                .contains("\"current\":true", "\"lastUsedAt\"", "\"userAgent\":", "\"ip\":\"127.0.0.0\"");

        assertThat(delete(this.accessToken, otherId).status()).isEqualTo(204);
        assertThat(sessions(this.accessToken).body()).doesNotContain(otherId);
        assertEnded(this.auth.refresh(other));
        assertThat(this.auth.refresh(this.refreshToken).status()).isEqualTo(200);
    }

    @Test
    void hidesOtherPeoplesSessions() {
        String stranger = this.auth.register(AuthClient.newEmail()).field("accessToken");
        String ownId = this.refreshToken.split("\\.", -1)[2];

        assertThat(sessions(stranger).body()).doesNotContain(ownId);
        assertThat(delete(stranger, ownId).status()).isEqualTo(404);
        assertThat(delete(stranger, "nonsense").status()).isEqualTo(400);
        assertThat(this.auth.refresh(this.refreshToken).status()).isEqualTo(200);
    }

    @Test
    void answersPreflightOfAllowedOrigin() {
        Answer answer = preflight("https://app.example.com", "PATCH",
                "authorization,content-type,if-match,if-none-match,idempotency-key,last-event-id,x-request-id,"
                        + "x-taskflow-csrf");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getAccessControlAllowOrigin()).isEqualTo("https://app.example.com");
        assertThat(answer.headers().getAccessControlAllowCredentials()).isTrue();
        assertThat(answer.headers().getAccessControlMaxAge()).isEqualTo(7200);
        assertThat(answer.headers().getAccessControlAllowMethods()).extracting(HttpMethod::name)
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.headers().get(HttpHeaders.VARY)).contains("Origin");
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, GET, ''", "https://app.example.com, TRACE, ''",
        "https://app.example.com, GET, x-other", "null, GET, ''"})
    void refusesOtherPreflights(String origin, String method, String requestHeaders) {
        Answer answer = preflight(origin, method, requestHeaders);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.slug()).isEqualTo("forbidden");
        assertThat(answer.headers().getAccessControlAllowOrigin()).isNull();
    }

    @Test
    void showsAnswersAndRefusalsToAllowedOrigin() {
        for (String token : List.of(this.accessToken, "stale")) {
            Answer answer = this.auth.call(HttpMethod.GET, "/api/v1/users/me", AuthClient.bearer(token)
                    .andThen(headers(null, "https://app.example.com", "same-site")));

            assertThat(answer.headers().getAccessControlAllowOrigin()).isEqualTo("https://app.example.com");
            assertThat(answer.headers().getAccessControlExposeHeaders()).containsExactlyInAnyOrder("ETag", "Location",
                    "Link", "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id", "X-Operation-Id",
                    "Idempotent-Replayed");
        }
    }

    private void assertEnded(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.slug()).isEqualTo("invalid-session");
        assertThat(answer.setCookie()).startsWith(CLEARED).contains("Secure", "HttpOnly", "SameSite=Strict");
    }

    private int me(String token) {
        return this.auth.call(HttpMethod.GET, "/api/v1/users/me", AuthClient.bearer(token)).status();
    }

    private Answer sessions(String token) {
        return this.auth.call(HttpMethod.GET, "/api/v1/auth/sessions", AuthClient.bearer(token));
    }

    private Answer delete(String token, String id) {
        return this.auth.call(HttpMethod.DELETE, "/api/v1/auth/sessions/" + id, AuthClient.bearer(token));
    }

    private Answer preflight(String origin, String method, String requestHeaders) {
        return this.auth.call(HttpMethod.OPTIONS, "/api/v1/tasks", headers(null, origin, null).andThen((all) -> {
            all.set(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
            if (!requestHeaders.isEmpty()) {
                all.set(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, requestHeaders);
            }
        }));
    }

    private static Consumer<HttpHeaders> headers(@Nullable String csrf,
            @Nullable String origin, @Nullable String site) {
        return (headers) -> {
            add(headers, "X-TaskFlow-CSRF", csrf);
            add(headers, HttpHeaders.ORIGIN, origin);
            add(headers, "Sec-Fetch-Site", site);
        };
    }

    private static void add(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value);
        }
    }

}

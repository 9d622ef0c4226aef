package com.taskflow;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The security headers of every kind of answer, each once, and what no answer tells. */
@FullStackTest
class SecurityHeadersIntegrationTests {

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"), Map.entry("Origin-Agent-Cluster", "?1"),
            Map.entry("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            Map.entry("Referrer-Policy", "no-referrer"), Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-DNS-Prefetch-Control", "off"), Map.entry("X-Download-Options", "noopen"),
            Map.entry("X-Frame-Options", "DENY"), Map.entry("X-Permitted-Cross-Domain-Policies", "none"),
            Map.entry("X-XSS-Protection", "0"));

    private final RestTestClient anonymous;

    SecurityHeadersIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
    }

    static Stream<String> requests() {
        return Stream.of("GET /livez", "GET /.well-known/security.txt", "GET /api/v1/users/me", "GET /nothing",
                "GET /api/v1/auth/login", "POST /api/v1/auth/login", "POST /api/v1/auth/refresh",
                "OPTIONS /api/v1/tasks", "GET /api/v1/tasks/%00", "GET /WEB-INF/web.xml");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void areOnEveryAnswer(String request) {
        assertHeaders(headers(this.anonymous, request, "http"));
    }

    @Test
    void areOnAnswersToSignedInUsers() {
        HttpHeaders headers = headers(ApiUser.register(this.anonymous).client(), "GET /api/v1/users/me", "https");

        assertHeaders(headers);
        assertThat(headers.getCacheControl()).isEqualTo("private, no-cache");
        assertThat(headers.getVary()).contains("Authorization");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void askForHttpsWhereItIsUsed(String request) {
        assertThat(headers(this.anonymous, request, "https").get("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(headers(this.anonymous, request, "http").get("Strict-Transport-Security")).isNull();
    }

    private static void assertHeaders(HttpHeaders headers) {
        assertThat(EXPECTED).allSatisfy((name, value) -> assertThat(headers.get(name)).as(name).containsExactly(value));
        assertThat(headers.get("Cache-Control")).hasSize(1);
        assertThat(headers.get("X-Request-Id")).hasSize(1);
        assertThat(headers.get("Server")).isNull();
        assertThat(headers.get("X-Powered-By")).isNull();
    }

    private static HttpHeaders headers(RestTestClient client, String request, String scheme) {
        String[] parts = request.split(" ", 2);
        return client.method(HttpMethod.valueOf(parts[0])).uri(URI.create(parts[1]))
                .header("X-Forwarded-Proto", scheme).exchange().expectBody().returnResult().getResponseHeaders();
    }

}

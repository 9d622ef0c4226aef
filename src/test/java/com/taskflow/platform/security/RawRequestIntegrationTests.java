package com.taskflow.platform.security;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that no HTTP client would send, byte by byte. */
@FullStackTest
class RawRequestIntegrationTests {

    private static final int PATIENCE_MILLIS = 10_000;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE|", "GET|", "GET / HTTP/9.9|Host: a|", "GE(T / HTTP/1.1|Host: a|",
        "GET /a<b HTTP/1.1|Host: a|", "GET /{x} HTTP/1.1|Host: a|", "GET /api%zz HTTP/1.1|Host: a|",
        "GET /api%00 HTTP/1.1|Host: a|", "GET /api%ff HTTP/1.1|Host: a|", "GET /api%2Fv1 HTTP/1.1|Host: a|",
        "GET //api HTTP/1.1|Host: a|", "GET /api/v1;a=b/x HTTP/1.1|Host: a|", "GET /a/../b/%2e%2e/ HTTP/1.1|Host: a|",
        "GET /livez HTTP/1.1|", "GET /livez HTTP/1.1|Host: a|Host: b|", "GET /livez HTTP/1.1|Host: a b|",
        "GET /livez HTTP/1.1|Host: a|X\u0001Y: 1|", "GET /livez HTTP/1.1|Host: a|X : 1|",
        "CONNECT a:1 HTTP/1.1|Host: a|",
        "GET http://b/livez HTTP/1.1|Host: a|", "POST /api/v1/auth/login?a=%zz HTTP/1.1|Host: a|Content-Length: 0|",
        "POST /api/v1/auth/logout?a=%zz HTTP/1.1|Host: a|Content-Length: 0|",
        "POST /api/v1/auth/login HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 2|",
        "POST /api/v1/auth/login HTTP/1.1|Host: a|Content-Length: -1|",
        "POST /api/v1/auth/login HTTP/1.1|Host: a|Content-Length: 99999999999999999999|",
        "POST /api/v1/auth/login HTTP/1.1|Host: a|Transfer-Encoding: nonsense|",
        "POST /api/v1/auth/login HTTP/1.1|Host: a|Content-Type: application/json|Transfer-Encoding: chunked||ZZ|"})
    void answersMalformedRequestWithProblem(String request) throws IOException {
        String answer = send(this.port, request);

        assertProblem(answer, "(400|415)");
    }

    @Test
    void answersOversizedHeadersWithProblem() throws IOException {
        assertProblem(send(this.port, "GET /livez HTTP/1.1|Host: a|X: " + "a".repeat(40_000) + "|"), "(400|431)");
        assertProblem(send(this.port, "GET /" + "a".repeat(40_000) + " HTTP/1.1|Host: a|"), "(400|414)");
    }

    /** Larger than any header may be: no other answer than for every token that nobody has issued. */
    @Test
    void refusesATokenOfAMegabyteAsAnyOther() throws IOException {
        String begin = "GET /api/v1/users/me HTTP/1.1|Host: a|X-Request-Id: large|Authorization: Bearer ";
        String answer = send(this.port, begin + "a".repeat(1_000_000) + "|");

        assertProblem(answer, "401");
        assertThat(answer).contains("\r\nWWW-Authenticate: Bearer\r\n", "\"requestId\":\"large\"");
        assertThat(body(answer)).isEqualTo(body(send(this.port, begin + "x|")));
    }

    @Test
    void keepsTheIdOfARequestThatTheContainerRefuses() throws IOException {
        assertThat(send(this.port, "GET /api%00 HTTP/1.1|Host: a|X-Request-Id: mine-1|"))
                .contains("\r\nX-Request-Id: mine-1\r\n", "\"requestId\":\"mine-1\"");
    }

    @Test
    void refusesTraceWithoutEcho() throws IOException {
        String answer = send(this.port, "TRACE /api/v1/users/me HTTP/1.1|Host: a|Cookie: secret=1|");

        assertProblem(answer, "405");
        assertThat(answer).contains("\r\nAllow: ", "\"instance\":\"/api/v1/users/me\"").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085\u00ff.a.b", "\u0000", "a\tb", ""})
    void refusesTokenOfAnyBytes(String token) throws IOException {
        assertThat(send(this.port, "GET /api/v1/users/me HTTP/1.1|Host: a|Authorization: Bearer " + token + "|"))
                .matches("(?s)HTTP/1\\.1 40[01] .*");
    }

    @Test
    void takesHeadersOfAnyBytes() throws IOException {
        String answer = send(this.port, "POST /api/v1/auth/login HTTP/1.1|Host: a|X-Forwarded-Proto: https|"
                + "X-Forwarded-For: non sense|User-Agent: a\u0085b\u00ff|Content-Type: application/json|"
                + "Content-Length: 2||{}");

        assertProblem(answer, "400");
        assertThat(answer).contains("\"code\":\"required\"", "Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void showsHealthOnTheManagementPortAlone() throws IOException {
        assertThat(send(this.managementPort, "GET /actuator/info HTTP/1.1|Host: a|")).startsWith("HTTP/1.1 200");
        assertThat(send(this.managementPort, "GET /actuator/health/liveness HTTP/1.1|Host: a|"))
                .startsWith("HTTP/1.1 200");
        assertThat(send(this.managementPort, "GET /actuator HTTP/1.1|Host: a|")).startsWith("HTTP/1.1 403");
        assertThat(send(this.managementPort, "GET /actuator/env HTTP/1.1|Host: a|")).startsWith("HTTP/1.1 401");
        assertThat(send(this.port, "GET /actuator/info HTTP/1.1|Host: a|")).startsWith("HTTP/1.1 401");
        assertThat(send(this.port, "GET /livez HTTP/1.1|Host: a|")).startsWith("HTTP/1.1 200");
        assertThat(send(this.port, "GET /readyz HTTP/1.1|Host: a|")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /actuator HTTP/1.1|Host: a|", "GET /actuator/env HTTP/1.1|Host: a|",
        "GET /nothing HTTP/1.1|Host: a|", "GET /actuator/health;a=b HTTP/1.1|Host: a|",
        "POST /actuator/deadletters/x HTTP/1.1|Host: a|Content-Length: 0|", "GET /a<b HTTP/1.1|Host: a|",
        "DELETE /actuator/info HTTP/1.1|Host: a|", "GET /error HTTP/1.1|Host: a|",
        "GET /actuator/health HTTP/1.1|Host: a|Accept: image/png|"})
    void refusesOnTheManagementPortWithTheSameProblems(String request) throws IOException {
        assertProblem(send(this.managementPort, request), "4..");
    }

    private static void assertProblem(String answer, String status) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 " + status + " .*");
        assertThat(answer).contains("\r\nX-Content-Type-Options: nosniff\r\n", "\r\nX-Request-Id: ",
                "\r\nCache-Control: no-store\r\n", "\r\nContent-Type: application/problem+json",
                "\"type\":\"/problems/",
                "\"requestId\":\"").doesNotContain("\r\nServer:", "Tomcat", "Apache", "<html", "Exception");
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    /** Sends lines separated by bars and an empty line; reads to the end of the connection. */
    private static String send(int port, String lines) throws IOException {
        String request = lines.contains("||")
                ? lines.replaceFirst("\\|\\|", "|Connection: close||")
                : lines
                        .replaceFirst("\\|(?=[^|]*$)", "|Connection: close||");
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(request.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

}

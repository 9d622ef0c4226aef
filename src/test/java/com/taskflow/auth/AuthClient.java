package com.taskflow.auth;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;

/** Calls {@code /api/v1/auth} as the proxy passes a browser's request on: over https, from one address. */
record AuthClient(RestTestClient http) {

    static final String COOKIE = "__Host-taskflow_refresh";

    static final String DEVICE_COOKIE = "__Host-taskflow_device";

    Answer register(String email) {
        return json("/register", Map.of("email", email, "password", ApiUser.PASSWORD, "name", "Somebody"));
    }

    Answer login(String email, String password) {
        return json("/login", Map.of("email", email, "password", password));
    }

    /** A sign-in from a device that got this token when it signed in before. */
    Answer login(String email, String password, String deviceToken) {
        return new AuthClient(this.http.mutate().defaultCookie(DEVICE_COOKIE, deviceToken).build()).login(email,
                password);
    }

    /** A refresh as the web client sends it. */
    Answer refresh(String token) {
        return post("/refresh", (headers) -> {
            headers.add(HttpHeaders.COOKIE, COOKIE + "=" + token);
            headers.add("X-TaskFlow-CSRF", "1");
        });
    }

    Answer json(String path, Object body) {
        return new Answer(this.http.post().uri("/api/v1/auth" + path).header("X-Forwarded-Proto", "https")
                .contentType(MediaType.APPLICATION_JSON).body(body).exchange().expectBody(String.class).returnResult());
    }

    Answer post(String path, Consumer<HttpHeaders> headers) {
        return call(HttpMethod.POST, "/api/v1/auth" + path, headers);
    }

    Answer call(HttpMethod method, String path, Consumer<HttpHeaders> headers) {
        return new Answer(this.http.method(method).uri(path).headers((all) -> {
            all.set("X-Forwarded-Proto", "https");
            headers.accept(all);
        }).exchange().expectBody(String.class).returnResult());
    }

    static Consumer<HttpHeaders> bearer(String token) {
        return (headers) -> headers.add(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    static String newEmail() {
        return "auth-%s@example.org".formatted(UUID.randomUUID());
    }

    /** What came back. */
    record Answer(EntityExchangeResult<String> result) {

        int status() {
            return this.result.getStatus().value();
        }

        HttpHeaders headers() {
            return this.result.getResponseHeaders();
        }

        String body() {
            return String.valueOf(this.result.getResponseBody());
        }

        /** The body without what differs between two answers that say the same. */
        String bodyWithoutRequest() {
            return body().replaceAll("\"(requestId|instance)\":\"[^\"]*\"", "\"$1\":\"\"");
        }

        String slug() {
            return field("type").replaceFirst("^/problems/", "");
        }

        /** A text of the body, from whatever depth. */
        String field(String name) {
            return body().replaceFirst("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1");
        }

        @Nullable
        String setCookie() {
            return headers().getFirst(HttpHeaders.SET_COOKIE);
        }

        /** The refresh token in the cookie; empty when the cookie is cleared or left alone. */
        String refreshToken() {
            return String.valueOf(setCookie()).replaceFirst("^" + COOKIE + "=([^;]*);.*", "$1");
        }

        /** The token in the device's cookie; empty when it is not set. */
        String deviceToken() {
            return headers().getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                    .filter((cookie) -> cookie.startsWith(DEVICE_COOKIE + "="))
                    .map((cookie) -> cookie.replaceFirst("^[^=]*=([^;]*);.*", "$1")).findFirst().orElse("");
        }

    }

}

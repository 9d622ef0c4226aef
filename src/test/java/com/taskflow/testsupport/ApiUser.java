package com.taskflow.testsupport;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Somebody who has just signed up over the API, as from behind the TLS proxy.
 *
 * @param client sends the access token with every request
 */
public record ApiUser(RestTestClient client, UUID id, String email, String accessToken) {

    /** A password that the policy accepts. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final AtomicLong NUMBER = new AtomicLong();

    /** Signs a new user up through {@code anonymous}, a client without a token. */
    public static ApiUser register(RestTestClient anonymous) {
        String email = "user-%d-%s@example.org".formatted(NUMBER.incrementAndGet(), UUID.randomUUID());
        Session session = anonymous.post().uri("/api/v1/auth/register").header("X-Forwarded-Proto", "https")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", email, "password", PASSWORD, "name", "Somebody")).exchange().expectStatus()
                .isCreated().expectBody(Session.class).returnResult().getResponseBody();
        if (session == null) {
            throw new IllegalStateException("Registration answered no session");
        }
        return new ApiUser(withToken(anonymous, session.accessToken()), session.user().id(), email,
                session.accessToken());
    }

    private static RestTestClient withToken(RestTestClient anonymous, String token) {
        return anonymous.mutate().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
    }

    private record Session(String accessToken, @Nullable String tokenType, int expiresIn, User user) {

    }

    private record User(UUID id, String email, boolean emailVerified, String name, String timeZone,
            @Nullable String createdAt) {

    }

}

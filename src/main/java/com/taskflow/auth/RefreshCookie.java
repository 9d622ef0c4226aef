package com.taskflow.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ForbiddenException;

/**
 * The cookie that holds the refresh token and that no script can read. Its prefix (RFC 6265bis §4.1.3.2) keeps other
 * hosts of the domain from setting it; plain http in development cannot have it.
 */
@Component
class RefreshCookie {

    private final boolean secure;

    private final String name;

    RefreshCookie(AuthProperties properties) {
        this.secure = properties.cookie().secure();
        this.name = this.secure ? "__Host-taskflow_refresh" : "taskflow_refresh";
    }

    /**
     * Refuses to sign in where the browser would drop the cookie: people would be signed out after one access token's
     * lifetime and not know why.
     * @throws ForbiddenException {@code insecure-transport}
     */
    void requireSecure(HttpServletRequest request) {
        if (this.secure && !request.isSecure()) {
            throw ForbiddenException.of("insecure-transport", "Sign in over https.");
        }
    }

    Optional<String> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of)
                .filter((cookie) -> cookie.getName().equals(this.name)).map(Cookie::getValue).findFirst();
    }

    /** The answer to who has just signed in: the access token in the body, the refresh token in the cookie. */
    ResponseEntity<SessionResponse> answer(HttpStatus status, SignIn signIn) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, with(signIn.refreshToken(), signIn.refreshLifetime()))
                .body(signIn.response());
    }

    /** The answer to who has just signed out. */
    ResponseEntity<Void> answerCleared() {
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cleared()).build();
    }

    /** The {@code Set-Cookie} header's value that removes the cookie. */
    String cleared() {
        return with("", Duration.ZERO);
    }

    private String with(String refreshToken, Duration lifetime) {
        return ResponseCookie.from(this.name, refreshToken).secure(this.secure).httpOnly(true).sameSite("Strict")
                .path("/").maxAge(lifetime).build().toString();
    }

}

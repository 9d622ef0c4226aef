package com.taskflow.auth;

import java.time.Duration;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ForbiddenException;

/** The cookie that holds the refresh token, and the answers that set or remove it. */
@Component
class RefreshCookie {

    private final boolean secure;

    private final HostCookie cookie;

    private final DeviceCookie deviceCookie;

    RefreshCookie(AuthProperties properties, DeviceCookie deviceCookie) {
        this.secure = properties.cookie().secure();
        this.cookie = new HostCookie("taskflow_refresh", this.secure);
        this.deviceCookie = deviceCookie;
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
        return this.cookie.read(request);
    }

    /**
     * The answer to who has just signed in: the access token in the body, the refresh token in the cookie, and what the
     * device is known by in another.
     */
    ResponseEntity<SessionResponse> answer(HttpStatus status, IssuedTokens tokens) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, this.cookie.with(tokens.refreshToken(), tokens.refreshLifetime()))
                .headers((headers) -> this.deviceCookie.write(tokens, headers)).body(tokens.response());
    }

    /** The answer to who has just signed out. */
    ResponseEntity<Void> answerCleared() {
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cleared()).build();
    }

    /** The {@code Set-Cookie} header's value that removes the cookie. */
    String cleared() {
        return this.cookie.with("", Duration.ZERO);
    }

}

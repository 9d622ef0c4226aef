package com.taskflow.auth;

import java.time.Duration;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.error.RateLimitedException;
import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.platform.ratelimit.RateLimits;
import com.taskflow.platform.security.BearerTokens;

/** The two routes that read the refresh cookie. */
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class RefreshController {

    private static final Duration REPLAY_PAUSE = Duration.ofSeconds(1);

    private final RefreshService refreshes;

    private final SessionService sessions;

    private final AccessTokenAuthenticator accessTokens;

    private final RefreshCookie cookie;

    private final CrossSiteGuard guard;

    private final RateLimits limits;

    RefreshController(RefreshService refreshes, SessionService sessions, AccessTokenAuthenticator accessTokens,
            RefreshCookie cookie, CrossSiteGuard guard, RateLimits limits) {
        this.refreshes = refreshes;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.cookie = cookie;
        this.guard = guard;
        this.limits = limits;
    }

    @PostMapping("/refresh")
    ResponseEntity<SessionResponse> refresh(HttpServletRequest request, HttpServletResponse response) {
        // The guard first: a foreign page must not even get the cookie cleared.
        this.guard.check(request);
        this.cookie.requireSecure(request);
        String token = this.cookie.read(request).orElse("");
        this.refreshes.sessionOf(token).ifPresentOrElse((session) -> this.limits.refresh(session, response),
                () -> this.limits.anonymous(request, response));
        Refresh result = this.refreshes.refresh(token);
        if (result.signIn() != null) {
            return this.cookie.answer(HttpStatus.OK, result.signIn());
        }
        if (result.outcome() == RefreshOutcome.LIMITED) {
            throw RateLimitedException.retryAfter(REPLAY_PAUSE);
        }
        throw invalidSession(response);
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(HttpServletRequest request, HttpServletResponse response) {
        Optional<AccessToken> bearer = BearerTokens.of(request).flatMap(this.accessTokens::accept);
        if (bearer.isPresent()) {
            this.sessions.logout(bearer.get().userId(), bearer.get().sessionId());
            return this.cookie.answerCleared();
        }
        String token = this.cookie.read(request)
                .orElseThrow(() -> UnauthenticatedException.of("unauthenticated", "Sign in to do this."));
        this.guard.check(request);
        if (!this.refreshes.logout(token)) {
            throw invalidSession(response);
        }
        return this.cookie.answerCleared();
    }

    private UnauthenticatedException invalidSession(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, this.cookie.cleared());
        return UnauthenticatedException.of("invalid-session", "The session has ended: sign in again.");
    }

}

package com.taskflow.platform.security;

import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The addresses that nobody needs to be signed in for, one by one. They are public for every method, so that a wrong one
 * is answered with 405 and not with a demand to sign in first.
 */
class PublicRoutes implements RequestMatcher {

    private final RequestMatcher any = new OrRequestMatcher(Stream
            .of("/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/login/totp", "/api/v1/auth/refresh",
                    "/api/v1/auth/logout", "/api/v1/auth/password/forgot", "/api/v1/auth/password/reset",
                    "/api/v1/auth/email/verify", "/api/v1/calendar/*.ics", "/livez", "/readyz", "/v3/api-docs/**",
                    "/swagger-ui/**",
                    "/swagger-ui.html", "/.well-known/security.txt")
            .<RequestMatcher>map((path) -> PathPatternRequestMatcher.pathPattern(path)).toList());

    @Override
    public boolean matches(HttpServletRequest request) {
        return this.any.matches(request);
    }

}

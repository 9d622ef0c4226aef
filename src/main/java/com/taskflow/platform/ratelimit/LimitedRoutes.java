package com.taskflow.platform.ratelimit;

import java.util.List;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Says which limit a request is held to; a request counts against one limit only. What is not under {@code /api} is
 * free: probes, documentation, static files. Preflights and what the firewall refuses never come this far.
 */
class LimitedRoutes {

    private static final RequestMatcher API = PathPatternRequestMatcher.pathPattern("/api/**");

    /** Its session is known to its handler alone. Without the header it is refused unread, like any stranger's. */
    private static final RequestMatcher REFRESH = post("/api/v1/auth/refresh");

    private static final String REFRESH_HEADER = "X-TaskFlow-CSRF";

    /** Whatever the method: HEAD reads as much as GET. */
    private static final RequestMatcher EXPORT = PathPatternRequestMatcher.pathPattern("/api/v1/users/me/export/**");

    private static final List<Route> BY_ADDRESS = List.of(new Route(post("/api/v1/auth/login"), RateLimit.LOGIN),
            new Route(post("/api/v1/auth/login/totp"), RateLimit.LOGIN),
            new Route(post("/api/v1/auth/register"), RateLimit.REGISTER),
            new Route(post("/api/v1/auth/password/forgot"), RateLimit.FORGOT));

    private LimitedRoutes() {}

    /** The limit by the client's address; empty when the handler counts, or nobody. */
    static Optional<RateLimit> ofStranger(HttpServletRequest request) {
        if (!isLimited(request) || isCountedByHandler(request)) {
            return Optional.empty();
        }
        return Optional.of(BY_ADDRESS.stream().filter((route) -> route.requests().matches(request)).map(Route::limit)
                .findFirst().orElse(RateLimit.ANONYMOUS));
    }

    /** The limit by the signed-in user; empty when nobody counts. */
    static Optional<RateLimit> ofUser(HttpServletRequest request) {
        if (!isLimited(request)) {
            return Optional.empty();
        }
        return Optional.of(EXPORT.matches(request) ? RateLimit.EXPORT : RateLimit.API);
    }

    private static boolean isLimited(HttpServletRequest request) {
        return API.matches(request);
    }

    private static boolean isCountedByHandler(HttpServletRequest request) {
        return REFRESH.matches(request) && request.getHeader(REFRESH_HEADER) != null;
    }

    // By pattern and not by text: /auth/%6Cogin is the same route.
    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path);
    }

    private record Route(RequestMatcher requests, RateLimit limit) {

    }

}

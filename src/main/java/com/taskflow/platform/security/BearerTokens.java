package com.taskflow.platform.security;

import java.util.Enumeration;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.util.matcher.RequestMatcher;

import com.taskflow.platform.error.InvalidException;

/**
 * Reads the access token of a request (RFC 6750 §2.1): from the one {@code Authorization} header and from nowhere else.
 * A public route does not look at it, so that a stale token cannot keep anybody from signing in.
 */
public class BearerTokens implements AuthenticationConverter {

    private static final String SCHEME = "Bearer ";

    private final RequestMatcher publicRoutes;

    BearerTokens(RequestMatcher publicRoutes) {
        this.publicRoutes = publicRoutes;
    }

    /** The token as it stands in the header, whatever it is; empty without one or with another scheme. */
    public static Optional<String> of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length())).filter((token) -> !token.isBlank());
    }

    /** @throws InvalidException when there are two headers, on public routes too: one of them must be a mistake */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        if (!headers.hasMoreElements()) {
            return null;
        }
        headers.nextElement();
        if (headers.hasMoreElements()) {
            throw InvalidException.of("malformed-request", "There is more than one Authorization header.");
        }
        if (this.publicRoutes.matches(request)) {
            return null;
        }
        return of(request).map(BearerTokenAuthenticationToken::new).orElse(null);
    }

}

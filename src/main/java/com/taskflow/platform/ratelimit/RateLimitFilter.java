package com.taskflow.platform.ratelimit;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every request to its limit before anything is done for it. Its place in the filter chain is behind the one that
 * reads access tokens, whose {@link Authentication#getName()} is the user counted, and before the one that demands them,
 * so that strangers' 401s count. No bean: the servlet container would run it a second time.
 */
public class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;

    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null) {
            LimitedRoutes.ofStranger(request)
                    .ifPresent((limit) -> this.limits.hold(limit, ClientAddress.of(request), response));
        } else {
            LimitedRoutes.ofUser(request).ifPresent((limit) -> this.limits.hold(limit, user.getName(), response));
        }
        chain.doFilter(request, response);
    }

}

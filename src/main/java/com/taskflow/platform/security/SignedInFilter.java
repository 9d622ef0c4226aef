package com.taskflow.platform.security;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the browser of a signed-in user keep answers as long as it asks before it uses them, and no shared cache keep any
 * (RFC 9111 §5.2.2).
 */
class SignedInFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() != null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        }
        chain.doFilter(request, response);
    }

}

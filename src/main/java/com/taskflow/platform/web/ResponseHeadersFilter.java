package com.taskflow.platform.web;

import java.io.IOException;
import java.util.Map;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the security headers on every answer before anything else can fail, refusals of the firewall and errors
 * included. {@code Cache-Control} starts as the strictest and is loosened where a handler decides so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class ResponseHeadersFilter extends OncePerRequestFilter {

    /** Helmet's set, as an API needs it: nothing here is a page that may load or frame anything. */
    static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"), Map.entry("Origin-Agent-Cluster", "?1"),
            Map.entry("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            Map.entry("Referrer-Policy", "no-referrer"), Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-DNS-Prefetch-Control", "off"), Map.entry("X-Download-Options", "noopen"),
            Map.entry("X-Frame-Options", "DENY"), Map.entry("X-Permitted-Cross-Domain-Policies", "none"),
            Map.entry("X-XSS-Protection", "0"), Map.entry(HttpHeaders.CACHE_CONTROL, "no-store"));

    /** For the API's documentation, whose pages run no script that is not a file of ours. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String HSTS = "max-age=31536000; includeSubDomains";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        write(request, response);
        chain.doFilter(request, response);
    }

    /** For answers that are made outside of every filter. */
    public static void write(HttpServletRequest request, HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
        String path = request.getRequestURI();
        // Null when the request line could not be read.
        if (path != null && path.startsWith("/swagger-ui/")) {
            response.setHeader("Content-Security-Policy", PAGE_POLICY);
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HSTS);
        }
    }

}

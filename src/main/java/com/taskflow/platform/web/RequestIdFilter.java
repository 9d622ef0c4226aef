package com.taskflow.platform.web;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.taskflow.platform.persistence.Identifiers;

/**
 * Gives every request an id, the caller's own where it is a valid one; it stands in {@code X-Request-Id}, in problems
 * and in every log line of the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIdFilter extends OncePerRequestFilter {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIdFilter.class.getName();

    private static final String MDC_KEY = "http.request.id";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The request's id, null outside of this filter. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    /** What the container refuses by itself, such as {@code /WEB-INF}, passes no filter before its error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Objects.requireNonNullElseGet(of(request), () -> idFor(request));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable _ = MDC.putCloseable(MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    /** The caller's own id where it is a valid one, else a new one. */
    static String idFor(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return (given != null && VALID.matcher(given).matches()) ? given : Identifiers.next().toString();
    }

}

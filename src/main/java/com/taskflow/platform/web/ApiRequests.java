package com.taskflow.platform.web;

import java.util.Set;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;

/** Kinds of requests that filters treat alike, by their address: they run before anybody knows the handler. */
public final class ApiRequests {

    private static final String EVENTS = "/api/v1/tasks/events";

    private static final String BATCH = "/api/v1/tasks/batch";

    private static final String IMPORT = "/api/v1/import";

    private static final Set<String> LONG = Set.of(BATCH, IMPORT, "/api/v1/users/me/export",
            "/api/v1/users/me/export/todoist.csv");

    private ApiRequests() {}

    /** Of the API, and with one answer: no stream of events, which stays for long. */
    static boolean hasOneAnswer(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") && !request.getRequestURI().equals(EVENTS);
    }

    /** Works through much, and is waited for by a client that knows it. */
    static boolean mayTakeLong(HttpServletRequest request) {
        return LONG.contains(request.getRequestURI());
    }

    static boolean isBatch(HttpServletRequest request) {
        return request.getRequestURI().equals(BATCH);
    }

    /** Has a body that is too large to be held in memory. */
    public static boolean isImport(HttpServletRequest request) {
        return request.getRequestURI().equals(IMPORT);
    }

    /**
     * Whether an {@code Idempotency-Key} counts. Not where the answer holds a secret, which must not be stored: tokens,
     * the second factor's key and codes, a calendar's address.
     */
    public static boolean isRepeatable(String method, String path) {
        return HttpMethod.POST.matches(method) && path.startsWith("/api/v1/")
                && Stream.of("/api/v1/auth/", "/api/v1/users/me/second-factor", "/api/v1/calendar/")
                        .noneMatch(path::startsWith);
    }

}

package com.taskflow.platform.web;

import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;

/** Kinds of requests that filters treat alike, by their address: they run before anybody knows the handler. */
final class ApiRequests {

    private static final String EVENTS = "/api/v1/tasks/events";

    private static final Set<String> LONG = Set.of("/api/v1/tasks/batch", "/api/v1/import", "/api/v1/users/me/export",
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

}

package com.taskflow.auth;

import java.util.Collections;
import java.util.List;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ForbiddenException;
import com.taskflow.platform.security.Origins;

/**
 * Lets only our own pages use the refresh cookie: the request has a header that a foreign page cannot send without a
 * preflight, and the browser, as far as it tells, names an allowed origin and the same site. Not a double-submitted
 * token: any equal pair passes that, and two hosts cannot share the cookie.
 */
@Component
class CrossSiteGuard {

    private static final String HEADER = "X-TaskFlow-CSRF";

    private static final List<String> OWN_SITES = List.of("same-origin", "same-site");

    private final Origins origins;

    CrossSiteGuard(Origins origins) {
        this.origins = origins;
    }

    /** @throws ForbiddenException {@code csrf} */
    void check(HttpServletRequest request) {
        boolean marked = headers(request, HEADER).equals(List.of("1"));
        boolean sameSite = OWN_SITES.containsAll(headers(request, "Sec-Fetch-Site"));
        boolean ownOrigin = headers(request, HttpHeaders.ORIGIN).stream()
                .allMatch((origin) -> this.origins.allows(request, origin));
        if (!marked || !sameSite || !ownOrigin) {
            throw ForbiddenException.of("csrf",
                    "Requests with the refresh cookie need the header X-TaskFlow-CSRF: 1 and an allowed origin.");
        }
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

}

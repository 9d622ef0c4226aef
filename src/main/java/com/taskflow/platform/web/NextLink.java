package com.taskflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The {@code Link} header of a page (RFC 8288): the same request with the cursor of the next one. */
public final class NextLink {

    private NextLink() {}

    /** @param nextCursor null on the last page, which has no link */
    public static void add(HttpHeaders headers, @Nullable String nextCursor, HttpServletRequest request) {
        if (nextCursor != null) {
            String next = ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null)
                    .replaceQueryParam("cursor", nextCursor).build(true).toUriString();
            headers.add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
    }

}

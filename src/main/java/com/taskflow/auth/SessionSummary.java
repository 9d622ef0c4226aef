package com.taskflow.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of one's own sessions, to recognise it by.
 *
 * @param current whether it is the one that asked
 * @param ip the network it was begun from, not the address
 */
record SessionSummary(UUID id, boolean current, Instant createdAt, Instant lastUsedAt, @Nullable String userAgent,
        @Nullable String ip) {

    static SessionSummary of(Session session, UUID currentId) {
        return new SessionSummary(session.getId(), session.getId().equals(currentId), session.createdAt(),
                session.lastUsedAt(), session.userAgent(), session.ip());
    }

    /** The list as the API answers it. */
    @Schema(name = "SessionList", example = """
            {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "current": true,
             "createdAt": "2026-11-22T08:30:00.123Z", "lastUsedAt": "2026-11-22T09:15:00.456Z",
             "userAgent": "curl/8.5.0", "ip": "203.0.113.0"}]}""")
    record Items(List<SessionSummary> items) {

    }

}

package com.taskflow.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
    record Items(List<SessionSummary> items) {

    }

}

package com.taskflow.auth;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose wrong passwords are counted together.
 *
 * @param key {@code account:<id>}, {@code device:<id>}, {@code session:<id>} or {@code address:<keyed pseudonym>}
 * @param userId whose account it is; null when there is none
 * @param sessionId the session that is forgotten with it; null for who is not signed in
 */
record AttemptSubject(String key, @Nullable UUID userId, @Nullable UUID sessionId) {

    static AttemptSubject strangersOf(UUID userId) {
        return new AttemptSubject("account:" + userId, userId, null);
    }

    static AttemptSubject device(String id, UUID userId) {
        return new AttemptSubject("device:" + id, userId, null);
    }

    static AttemptSubject session(UUID id, UUID userId) {
        return new AttemptSubject("session:" + id, userId, id);
    }

    static AttemptSubject address(String pseudonym) {
        return new AttemptSubject("address:" + pseudonym, null, null);
    }

}

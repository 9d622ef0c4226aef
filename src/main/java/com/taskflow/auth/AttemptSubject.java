package com.taskflow.auth;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose wrong passwords are counted together.
 *
 * @param key {@code account:<id>}, {@code device:<id>} or {@code address:<keyed pseudonym>}
 * @param userId whose account it is; null when there is none
 */
record AttemptSubject(String key, @Nullable UUID userId) {

    static AttemptSubject strangersOf(UUID userId) {
        return new AttemptSubject("account:" + userId, userId);
    }

    static AttemptSubject device(String id, UUID userId) {
        return new AttemptSubject("device:" + id, userId);
    }

    static AttemptSubject address(String pseudonym) {
        return new AttemptSubject("address:" + pseudonym, null);
    }

}

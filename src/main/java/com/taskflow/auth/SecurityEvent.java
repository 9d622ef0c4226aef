package com.taskflow.auth;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to somebody's account. It names nobody but by ids that go with the account.
 *
 * @param userId null when it is nobody's account, or one that is no more
 * @param sessionId null when it is about none or about all of them
 * @param network where it came from, as far as known, with the last part cut off
 * @param reason one of a few words of this service's own
 */
record SecurityEvent(SecurityEventType type, @Nullable UUID userId, @Nullable UUID sessionId,
        @Nullable String network, @Nullable String reason) {

    static SecurityEvent of(SecurityEventType type, @Nullable UUID userId) {
        return new SecurityEvent(type, userId, null, null, null);
    }

    SecurityEvent as(SecurityEventType newType) {
        return new SecurityEvent(newType, this.userId, this.sessionId, this.network, this.reason);
    }

    SecurityEvent in(UUID session) {
        return new SecurityEvent(this.type, this.userId, session, this.network, this.reason);
    }

    SecurityEvent from(@Nullable String newNetwork) {
        return new SecurityEvent(this.type, this.userId, this.sessionId, newNetwork, this.reason);
    }

    SecurityEvent because(String newReason) {
        return new SecurityEvent(this.type, this.userId, this.sessionId, this.network, newReason);
    }

}

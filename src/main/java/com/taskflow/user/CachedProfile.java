package com.taskflow.user;

import java.time.Instant;
import java.util.UUID;

/** A profile as it lies in Redis: with the version, which its response has only in the entity tag. */
record CachedProfile(UUID id, String email, boolean emailVerified, String name, String timeZone, Instant createdAt,
        int version) {

    static CachedProfile of(UserResponse user) {
        return new CachedProfile(user.id(), user.email(), user.emailVerified(), user.name(), user.timeZone(),
                user.createdAt(), user.version());
    }

    UserResponse toResponse() {
        return new UserResponse(this.id, this.email, this.emailVerified, this.name, this.timeZone, this.createdAt,
                this.version);
    }

}

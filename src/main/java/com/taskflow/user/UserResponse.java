package com.taskflow.user;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.EntityTag;

/** A user as the API shows it to the user. */
@Schema(example = """
        {"id": "019a2b3c-0000-7000-8000-000000000001", "email": "me@example.org", "emailVerified": false,
         "name": "Me", "timeZone": "UTC", "createdAt": "2026-11-22T08:30:00.123Z"}""")
public record UserResponse(UUID id, String email, boolean emailVerified, String name, String timeZone,
        Instant createdAt, @JsonIgnore int version) {

    static UserResponse from(User user) {
        return new UserResponse(user.id(), user.email(), user.emailVerified(), user.name(), user.timeZone(),
                user.createdAt(), user.version());
    }

    /** The strong tag of this user in this version. */
    @JsonIgnore
    public EntityTag entityTag() {
        return EntityTag.of("user", this.id, this.version);
    }

}

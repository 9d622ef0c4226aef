package com.taskflow.user;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What sign-in needs to know of an account.
 *
 * @param passwordResetAt when the password was last set by mail, null when it never was
 * @param epoch stands in access tokens; those with a lower one are dead
 * @param disabled whether the account may not be signed in to
 */
public record Credentials(UUID userId, String passwordHash, @Nullable Instant passwordResetAt, int epoch,
        boolean disabled) {

    static Credentials of(User user) {
        return new Credentials(user.id(), user.passwordHash(), user.passwordResetAt(), user.epoch(), user.disabled());
    }

    /** Without the hash: a record's own would put it into a log sooner or later. */
    @Override
    public String toString() {
        return "Credentials[" + this.userId + "]";
    }

}

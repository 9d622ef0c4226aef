package com.taskflow.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.UnavailableException;
import com.taskflow.platform.security.PasswordHasher;
import com.taskflow.user.Credentials;

/** Looks at passwords whose attempts are counted already, and records the wrong ones. Never inside a transaction. */
@Component
class PasswordAttempts {

    private final Lockout lockout;

    private final PasswordHasher hasher;

    private final SecurityEvents events;

    PasswordAttempts(Lockout lockout, PasswordHasher hasher, SecurityEvents events) {
        this.lockout = lockout;
        this.hasher = hasher;
        this.events = events;
    }

    /**
     * Takes the same time whether there is an account or not, and whether the attempt was admitted or not.
     * @param failure what to record when the password is wrong, but for the reason
     */
    boolean isRight(Attempt attempt, Password password, @Nullable Credentials known, SecurityEvent failure) {
        boolean right = matches(attempt, password, known);
        if (!right) {
            record(attempt, failure);
        }
        return right;
    }

    private boolean matches(Attempt attempt, Password password, @Nullable Credentials known) {
        try {
            return this.hasher.matches(password.text(),
                    (known != null && attempt.admitted()) ? known.passwordHash() : null);
        } catch (UnavailableException ex) {
            this.lockout.giveBack(attempt);
            throw ex;
        }
    }

    private void record(Attempt attempt, SecurityEvent failure) {
        SecurityEvent failed = failure.because(attempt.admitted() ? "wrong" : "locked");
        if (attempt.blocks()) {
            this.events.record(failed, failure.as(SecurityEventType.LOCKED_OUT));
        } else {
            this.events.record(failed);
        }
    }

}

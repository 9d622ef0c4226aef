package com.taskflow.auth;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.platform.error.UnavailableException;
import com.taskflow.platform.security.PasswordHasher;
import com.taskflow.user.Credentials;
import com.taskflow.user.EmailAddress;
import com.taskflow.user.UserService;

/**
 * Decides whether somebody may sign in. It does the same work and says the same whether there is no such account, the
 * password is wrong or there were too many wrong ones. Never inside a transaction: it hashes.
 */
@Component
class SignInCheck {

    private final UserService users;

    private final Lockout lockout;

    private final PasswordHasher hasher;

    private final SecurityEvents events;

    SignInCheck(UserService users, Lockout lockout, PasswordHasher hasher, SecurityEvents events) {
        this.users = users;
        this.lockout = lockout;
        this.hasher = hasher;
        this.events = events;
    }

    /** @throws UnauthenticatedException {@code invalid-credentials} */
    VerifiedSignIn verify(LoginRequest request, Device device) {
        Password password = Password.of("password", request.password());
        EmailAddress email = new EmailAddress(request.email());
        Credentials known = this.users.findCredentials(email).orElse(null);
        Attempt attempt = this.lockout.reserve(email, known, device);
        if (!matches(password, known, attempt) || known == null) {
            recordFailure((known != null) ? known.userId() : null, attempt, device);
            throw invalidCredentials();
        }
        String upgrade = this.hasher.needsUpgrade(known.passwordHash()) ? this.hasher.hash(password.text()) : null;
        return new VerifiedSignIn(known, attempt, upgrade);
    }

    private boolean matches(Password password, @Nullable Credentials known, Attempt attempt) {
        try {
            return this.hasher.matches(password.text(),
                    (known != null && attempt.admitted()) ? known.passwordHash() : null);
        } catch (UnavailableException ex) {
            this.lockout.giveBack(attempt);
            throw ex;
        }
    }

    private void recordFailure(@Nullable UUID userId, Attempt attempt, Device device) {
        SecurityEvent failed = SecurityEvent.of(SecurityEventType.SIGN_IN_FAILED, userId).from(device.network())
                .because(attempt.admitted() ? "wrong" : "locked");
        if (attempt.blocks()) {
            this.events.record(failed,
                    SecurityEvent.of(SecurityEventType.LOCKED_OUT, userId).from(device.network()));
        } else {
            this.events.record(failed);
        }
    }

    /** Takes note, inside the caller's transaction, that nothing was wrong with the sign-in. */
    void settle(VerifiedSignIn signIn) {
        this.lockout.succeed(signIn.attempt());
    }

    static UnauthenticatedException invalidCredentials() {
        return UnauthenticatedException.of("invalid-credentials", "The e-mail address or the password is wrong.");
    }

}

package com.taskflow.auth;

import org.springframework.stereotype.Component;

import com.taskflow.platform.error.UnauthenticatedException;
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

    private final PasswordAttempts attempts;

    SignInCheck(UserService users, Lockout lockout, PasswordHasher hasher, PasswordAttempts attempts) {
        this.users = users;
        this.lockout = lockout;
        this.hasher = hasher;
        this.attempts = attempts;
    }

    /** @throws UnauthenticatedException {@code invalid-credentials} */
    VerifiedCredentials verify(LoginRequest request, Device device) {
        Password password = Password.of("password", request.password());
        EmailAddress email = new EmailAddress(request.email());
        this.hasher.requirePlace();
        Credentials known = this.users.findCredentials(email).orElse(null);
        Attempt attempt = this.lockout.reserve(email, known, device);
        SecurityEvent failure = SecurityEvent
                .of(SecurityEventType.SIGN_IN_FAILED, (known != null) ? known.userId() : null).from(device.network());
        if (!this.attempts.isRight(attempt, password, known, failure) || known == null) {
            throw invalidCredentials();
        }
        String upgrade = this.hasher.needsUpgrade(known.passwordHash()) ? this.hasher.hash(password.text()) : null;
        return new VerifiedCredentials(known, attempt, upgrade);
    }

    /** Takes note, inside the caller's transaction, that nothing was wrong with the sign-in. */
    void settle(VerifiedCredentials verified) {
        this.lockout.succeed(verified.attempt());
    }

    static UnauthenticatedException invalidCredentials() {
        return UnauthenticatedException.of("invalid-credentials", "The e-mail address or the password is wrong.");
    }

}

package com.taskflow.auth;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.platform.security.PasswordHasher;
import com.taskflow.user.Credentials;
import com.taskflow.user.EmailAddress;
import com.taskflow.user.UserResponse;
import com.taskflow.user.UserService;

/** Sign-up and sign-in. Passwords are hashed before a transaction begins, never inside one. */
@Service
class SignInService {

    private final UserService users;

    private final PasswordPolicy policy;

    private final PasswordHasher hasher;

    private final SessionService sessions;

    private final Admission admission;

    private final TransactionTemplate transaction;

    SignInService(UserService users, PasswordPolicy policy, PasswordHasher hasher, SessionService sessions,
            Admission admission, PlatformTransactionManager transactionManager) {
        this.users = users;
        this.policy = policy;
        this.hasher = hasher;
        this.sessions = sessions;
        this.admission = admission;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Creates an account and signs it in, both or neither.
     * @throws com.taskflow.platform.error.InvalidException when the password is refused
     * @throws com.taskflow.platform.error.ConflictException {@code email-taken}
     */
    SignIn register(RegisterRequest request, Device device) {
        EmailAddress email = new EmailAddress(request.email());
        Password password = Password.of("password", request.password());
        this.policy.check("password", password, email, request.name());
        this.users.requireFree(email);
        String hash = this.hasher.hash(password.text());
        return this.transaction.execute((_) -> {
            UserResponse user = this.users.register(email, request.name(), hash);
            return this.sessions.open(this.users.lockCredentials(user.id()).orElseThrow(), device);
        });
    }

    /**
     * Signs in; takes the same time and says the same whether there is no such account or the password is wrong.
     * @throws UnauthenticatedException {@code invalid-credentials}, or {@code second-factor-required}
     */
    SignIn login(LoginRequest request, Device device) {
        Password password = Password.of("password", request.password());
        Credentials known = this.users.findCredentials(new EmailAddress(request.email())).orElse(null);
        boolean matches = this.hasher.matches(password.text(), (known != null) ? known.passwordHash() : null);
        if (known == null || !matches) {
            throw invalidCredentials();
        }
        String upgrade = this.hasher.needsUpgrade(known.passwordHash()) ? this.hasher.hash(password.text()) : null;
        return this.transaction.execute((_) -> admit(known, upgrade, device)).orElseThrow(
                SignInService::invalidCredentials).get();
    }

    /** Empty when the password has changed, or the account was disabled, while the old one was being hashed. */
    private Optional<Supplier<SignIn>> admit(Credentials verified, @Nullable String upgrade, Device device) {
        Optional<Credentials> current = this.users.lockCredentials(verified.userId()).filter(
                (now) -> !now.disabled() && now.passwordHash().equals(verified.passwordHash()));
        if (current.isPresent() && upgrade != null) {
            this.users.upgradePasswordHash(verified.userId(), upgrade);
        }
        return current.map((user) -> this.admission.afterPassword(user, device));
    }

    private static UnauthenticatedException invalidCredentials() {
        return UnauthenticatedException.of("invalid-credentials", "The e-mail address or the password is wrong.");
    }

}

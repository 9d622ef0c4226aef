package com.taskflow.auth;

import java.util.Optional;
import java.util.function.Supplier;

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

    private final SignInCheck check;

    private final SessionService sessions;

    private final Admission admission;

    private final TransactionTemplate transaction;

    SignInService(UserService users, PasswordPolicy policy, PasswordHasher hasher, SignInCheck check,
            SessionService sessions, Admission admission, PlatformTransactionManager transactionManager) {
        this.users = users;
        this.policy = policy;
        this.hasher = hasher;
        this.check = check;
        this.sessions = sessions;
        this.admission = admission;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Creates an account and signs it in, both or neither.
     * @throws com.taskflow.platform.error.InvalidException when the password is refused
     * @throws com.taskflow.platform.error.ConflictException {@code email-taken}
     */
    IssuedTokens register(RegisterRequest request, Device device) {
        EmailAddress email = new EmailAddress(request.email());
        Password password = Password.of("password", request.password());
        this.policy.check("password", password, email, request.name());
        this.hasher.requirePlace();
        this.users.requireFree(email);
        String hash = this.hasher.hash(password.text());
        return this.transaction.execute((_) -> {
            UserResponse user = this.users.register(email, request.name(), hash);
            return this.sessions.open(this.users.lockCredentials(user.id()).orElseThrow(), device);
        });
    }

    /**
     * Signs in; takes the same time and says the same whether there is no such account, the password is wrong or there
     * were too many wrong ones.
     * @throws UnauthenticatedException {@code invalid-credentials}, or {@code second-factor-required}
     */
    IssuedTokens login(LoginRequest request, Device device) {
        VerifiedCredentials verified = this.check.verify(request, device);
        return this.transaction.execute((_) -> admit(verified, device)).orElseThrow(SignInCheck::invalidCredentials)
                .get();
    }

    /** Empty when the password has changed, or the account was disabled, while the old one was being hashed. */
    private Optional<Supplier<IssuedTokens>> admit(VerifiedCredentials verified, Device device) {
        Credentials checked = verified.user();
        Optional<Credentials> current = this.users.lockCredentials(checked.userId()).filter(
                (now) -> !now.disabled() && now.passwordHash().equals(checked.passwordHash()));
        if (current.isPresent() && verified.upgrade() != null) {
            this.users.upgradePasswordHash(checked.userId(), verified.upgrade());
        }
        return current.map((user) -> {
            this.check.settle(verified);
            return this.admission.afterPassword(user, device);
        });
    }

}

package com.taskflow.auth;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.ForbiddenException;
import com.taskflow.platform.security.PasswordHasher;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** Asks somebody who is signed in for their password again, before what cannot be undone. */
@Component
class PasswordCheck {

    private final UserService users;

    private final PasswordHasher hasher;

    private final TransactionTemplate transaction;

    PasswordCheck(UserService users, PasswordHasher hasher, PlatformTransactionManager transactionManager) {
        this.users = users;
        this.hasher = hasher;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Never inside a transaction: it hashes.
     * @throws ForbiddenException {@code wrong-password}
     */
    Credentials require(UUID userId, String field, String typed) {
        Password password = Password.of(field, typed);
        Optional<Credentials> known = this.transaction.execute((_) -> this.users.findCredentials(userId));
        return known.filter((user) -> !user.disabled() && this.hasher.matches(password.text(), user.passwordHash()))
                .orElseThrow(PasswordCheck::wrongPassword);
    }

    /**
     * Locks the account inside the caller's transaction, if what was checked still holds.
     * @throws ForbiddenException {@code wrong-password} when the password was changed, or the account deleted, meanwhile
     */
    void requireUnchanged(Credentials checked) {
        Optional<Credentials> current = this.users.lockCredentials(checked.userId());
        if (current.filter((now) -> !now.disabled() && now.passwordHash().equals(checked.passwordHash())).isEmpty()) {
            throw wrongPassword();
        }
    }

    private static ForbiddenException wrongPassword() {
        return ForbiddenException.of("wrong-password", "This is not your password.");
    }

}

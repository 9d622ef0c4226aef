package com.taskflow.auth;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.ForbiddenException;
import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/**
 * Asks somebody who is signed in for their password again, before what cannot be undone. Wrong ones are counted for the
 * session; once there were too many, the right one is refused too, in the same words.
 */
@Component
class PasswordCheck {

    private final UserService users;

    private final Lockout lockout;

    private final PasswordAttempts attempts;

    private final TransactionTemplate transaction;

    PasswordCheck(UserService users, Lockout lockout, PasswordAttempts attempts,
            PlatformTransactionManager transactionManager) {
        this.users = users;
        this.lockout = lockout;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Never inside a transaction: it hashes.
     * @throws ForbiddenException {@code wrong-password}
     * @throws UnauthenticatedException when there is no such account any more
     */
    Credentials require(CurrentUser actor, String field, String typed) {
        Password password = Password.of(field, typed);
        Credentials known = this.transaction.execute((_) -> this.users.findCredentials(actor.id()))
                .filter((user) -> !user.disabled()).orElseThrow(UnauthenticatedException::nobody);
        Attempt attempt = this.lockout.reserve(actor);
        SecurityEvent failure = SecurityEvent.of(SecurityEventType.PASSWORD_CHECK_FAILED, actor.id())
                .in(actor.sessionId());
        if (!this.attempts.isRight(attempt, password, known, failure)) {
            throw wrongPassword();
        }
        // Now and not with the work: whatever else is refused, the password was right.
        this.transaction.executeWithoutResult((_) -> {
            requireUnchanged(known);
            this.lockout.succeed(attempt);
        });
        return known;
    }

    /**
     * Locks the account inside the caller's transaction, if what was checked still holds.
     * @throws ForbiddenException {@code wrong-password} when the password was changed meanwhile
     * @throws UnauthenticatedException when the account was deleted meanwhile
     */
    void requireUnchanged(Credentials checked) {
        Credentials current = this.users.lockCredentials(checked.userId()).filter((now) -> !now.disabled())
                .orElseThrow(UnauthenticatedException::nobody);
        if (!current.passwordHash().equals(checked.passwordHash())) {
            throw wrongPassword();
        }
    }

    private static ForbiddenException wrongPassword() {
        return ForbiddenException.of("wrong-password", "This is not your password.");
    }

}

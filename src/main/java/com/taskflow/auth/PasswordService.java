package com.taskflow.auth;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.Contact;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** Changes of one's own password. */
@Service
class PasswordService {

    private final PasswordCheck check;

    private final NewPasswords newPasswords;

    private final UserService users;

    private final SessionService sessions;

    private final TransactionTemplate transaction;

    PasswordService(PasswordCheck check, NewPasswords newPasswords, UserService users, SessionService sessions,
            PlatformTransactionManager transactionManager) {
        this.check = check;
        this.newPasswords = newPasswords;
        this.users = users;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Sets a new password, ends every session and begins one, all or nothing.
     * @throws com.taskflow.platform.error.ForbiddenException {@code wrong-password}
     * @throws com.taskflow.platform.error.InvalidException when the new password is refused
     */
    IssuedTokens change(CurrentUser actor, ChangePasswordRequest request, Device device) {
        UUID userId = actor.id();
        Contact user = this.users.findContact(userId).orElseThrow(UnauthenticatedException::nobody);
        Password accepted = this.newPasswords.accept("newPassword", request.newPassword(), user);
        Credentials checked = this.check.require(actor, "currentPassword", request.currentPassword());
        String hash = this.newPasswords.hash(accepted);
        return this.transaction.execute((_) -> {
            this.check.requireUnchanged(checked);
            this.users.changePassword(userId, hash);
            return this.sessions.open(this.users.lockCredentials(userId).orElseThrow(), device);
        });
    }

}

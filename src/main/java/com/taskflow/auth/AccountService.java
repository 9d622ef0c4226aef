package com.taskflow.auth;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** The end of accounts. */
@Service
class AccountService {

    private final PasswordCheck check;

    private final UserService users;

    private final TransactionTemplate transaction;

    AccountService(PasswordCheck check, UserService users, PlatformTransactionManager transactionManager) {
        this.check = check;
        this.users = users;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Ends the account and all its sessions and frees its address at once; a job removes what belonged to it.
     * @throws com.taskflow.platform.error.ForbiddenException {@code wrong-password}
     */
    void delete(CurrentUser actor, DeleteAccountRequest request) {
        Credentials checked = this.check.require(actor, "password", request.password());
        this.transaction.executeWithoutResult((_) -> {
            this.check.requireUnchanged(checked);
            this.users.delete(actor.id());
        });
    }

}

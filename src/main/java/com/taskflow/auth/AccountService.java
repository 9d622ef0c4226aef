package com.taskflow.auth;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.ForbiddenException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** The end of accounts. */
@Service
class AccountService {

    private final PasswordCheck check;

    private final SecondFactors factors;

    private final UserService users;

    private final TransactionTemplate transaction;

    AccountService(PasswordCheck check, SecondFactors factors, UserService users,
            PlatformTransactionManager transactionManager) {
        this.check = check;
        this.factors = factors;
        this.users = users;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Ends the account and all its sessions and frees its address at once; a job removes what belonged to it.
     * @throws ForbiddenException {@code wrong-password}; with a second factor also {@code second-factor-required} without a
     * code and {@code invalid-code}
     * @throws com.taskflow.platform.error.PreconditionException when the account has changed
     */
    void delete(CurrentUser actor, DeleteAccountRequest request, IfMatch condition) {
        Credentials checked = this.check.require(actor, "password", request.password());
        Optional<ForbiddenException> refusal = this.transaction.execute((_) -> {
            this.check.requireUnchanged(checked);
            Optional<ForbiddenException> refused = secondFactorRefusal(actor, request.code());
            if (refused.isEmpty()) {
                this.users.delete(actor.id(), condition);
            }
            return refused;
        });
        // Thrown here and not inside the transaction: the attempt stays counted.
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private Optional<ForbiddenException> secondFactorRefusal(CurrentUser actor, @Nullable String code) {
        if (!this.factors.isOn(actor.id())) {
            return Optional.empty();
        }
        if (code == null) {
            return Optional.of(ForbiddenException.of("second-factor-required",
                    "The password is right; this account also asks for a code."));
        }
        return this.factors.prove(actor.id(), code)
                ? Optional.empty()
                : Optional.of(ForbiddenException.of("invalid-code",
                        SecondFactors.WRONG_CODE));
    }

}

package com.taskflow.auth;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.Contact;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** One's own second factor: on, off, and its recovery codes. A new password changes nothing about it. */
@Service
class SecondFactorService {

    private final PasswordCheck check;

    private final UserService users;

    private final SecondFactors factors;

    private final TransactionTemplate transaction;

    SecondFactorService(PasswordCheck check, UserService users, SecondFactors factors,
            PlatformTransactionManager transactionManager) {
        this.check = check;
        this.users = users;
        this.factors = factors;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Read from the primary. */
    @Transactional
    public SecondFactorStatus status(CurrentUser actor) {
        return this.factors.status(actor.id());
    }

    /**
     * Begins an enrolment, which asks nothing of anybody until it is confirmed.
     * @throws com.taskflow.platform.error.ForbiddenException {@code wrong-password}
     * @throws com.taskflow.platform.error.ConflictException {@code second-factor-enabled}
     */
    SecondFactorEnrolment enrol(CurrentUser actor, EnrolSecondFactorRequest request) {
        UUID userId = actor.id();
        return afterPassword(actor, request.password(), () -> {
            Contact user = this.users.findContact(userId).orElseThrow(UnauthenticatedException::nobody);
            return SecondFactorEnrolment.of(this.factors.begin(userId), user.email());
        });
    }

    /**
     * Switches the pending second factor on.
     * @throws InvalidException {@code invalid-code}
     * @throws com.taskflow.platform.error.NotFoundException when none is pending
     */
    RecoveryCodesResponse confirm(CurrentUser actor, ConfirmSecondFactorRequest request) {
        UUID userId = actor.id();
        Optional<List<RecoveryCode>> codes = this.transaction.execute((_) -> {
            Credentials user = this.users.lockCredentials(userId).filter((found) -> !found.disabled())
                    .orElseThrow(UnauthenticatedException::nobody);
            return this.factors.confirm(user.userId(), request.code());
        });
        return answer(codes);
    }

    /**
     * Makes new recovery codes; the earlier ones are void.
     * @throws com.taskflow.platform.error.ForbiddenException {@code wrong-password}
     * @throws InvalidException {@code invalid-code}
     */
    RecoveryCodesResponse renewRecoveryCodes(CurrentUser actor, ProveSecondFactorRequest request) {
        return answer(afterPassword(actor, request.password(),
                () -> this.factors.renewRecoveryCodes(actor.id(), request.code())));
    }

    /**
     * Switches the second factor off.
     * @throws com.taskflow.platform.error.ForbiddenException {@code wrong-password}
     * @throws InvalidException {@code invalid-code}
     */
    void remove(CurrentUser actor, ProveSecondFactorRequest request) {
        if (!afterPassword(actor, request.password(), () -> this.factors.remove(actor.id(), request.code()))) {
            throw invalidCode();
        }
    }

    /** Hashes, then does the work in a transaction that has locked the user's row. */
    private <T> T afterPassword(CurrentUser actor, String password, Supplier<T> work) {
        Credentials checked = this.check.require(actor, "password", password);
        return this.transaction.execute((_) -> {
            this.check.requireUnchanged(checked);
            return work.get();
        });
    }

    // Thrown here and not inside the transaction: the attempt stays counted.
    private static RecoveryCodesResponse answer(Optional<List<RecoveryCode>> codes) {
        return codes.map(RecoveryCodesResponse::of).orElseThrow(SecondFactorService::invalidCode);
    }

    private static InvalidException invalidCode() {
        return InvalidException.of("invalid-code", SecondFactors.WRONG_CODE);
    }

}

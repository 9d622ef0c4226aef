package com.taskflow.auth;

import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.user.Contact;
import com.taskflow.user.Credentials;
import com.taskflow.user.EmailAddress;
import com.taskflow.user.UserService;

/**
 * New passwords by mail. Whether an address has an account is looked up by a job: the request does the same for every
 * address, so neither its answer nor its time tells.
 */
@Service
class PasswordResetService {

    static final JobType<ForgotPasswordRequest> JOB = new JobType<>("password-reset", ForgotPasswordRequest.class);

    private final AccountTokens tokens;

    private final UserService users;

    private final NewPasswords newPasswords;

    private final Jobs jobs;

    private final ApplicationEventPublisher events;

    private final TransactionTemplate transaction;

    PasswordResetService(AccountTokens tokens, UserService users, NewPasswords newPasswords, Jobs jobs,
            ApplicationEventPublisher events, PlatformTransactionManager transactionManager) {
        this.tokens = tokens;
        this.users = users;
        this.newPasswords = newPasswords;
        this.jobs = jobs;
        this.events = events;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    void request(ForgotPasswordRequest request) {
        this.transaction.executeWithoutResult((_) -> this.jobs.enqueue(JOB, request));
    }

    /** The job: publishes {@link PasswordResetRequested} when there is such an account. */
    void lookUp(UUID id, ForgotPasswordRequest request) {
        this.transaction.executeWithoutResult((_) -> this.users.findCredentials(new EmailAddress(request.email()))
                .filter((user) -> !user.disabled())
                .ifPresent((user) -> this.events.publishEvent(new PasswordResetRequested(id, user.userId()))));
    }

    /**
     * Sets the new password and with it ends every session; the token is used up by that.
     * @throws InvalidException {@code invalid-token}, or when the password is refused
     */
    void reset(ResetPasswordRequest request) {
        AccountToken token = this.tokens.openPasswordReset(request.token()).orElseThrow(
                PasswordResetService::invalidToken);
        UUID userId = token.userId();
        Contact user = this.transaction.execute((_) -> this.users.findCredentials(userId)
                .filter((found) -> AccountTokens.fits(token, found)).flatMap((_) -> this.users.findContact(userId)))
                .orElseThrow(PasswordResetService::invalidToken);
        String hash = this.newPasswords.hash(this.newPasswords.accept("password", request.password(), user));
        this.transaction.executeWithoutResult((_) -> {
            Optional<Credentials> current = this.users.lockCredentials(userId);
            if (current.filter((found) -> AccountTokens.fits(token, found)).isEmpty()) {
                throw invalidToken();
            }
            this.users.resetPassword(userId, hash);
        });
    }

    private static InvalidException invalidToken() {
        return InvalidException.of("invalid-token", "The link is too old or was used already: ask for a new one.");
    }

}

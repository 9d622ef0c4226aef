package com.taskflow.auth;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.UserService;

/** Verification of addresses by mailed tokens. */
@Service
class EmailVerificationService {

    private final AccountTokens tokens;

    private final UserService users;

    private final ApplicationEventPublisher events;

    EmailVerificationService(AccountTokens tokens, UserService users, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.users = users;
        this.events = events;
    }

    /** @throws InvalidException {@code invalid-token}, a second use of the same one included */
    @Transactional
    public void verify(VerifyEmailRequest request) {
        boolean verified = this.tokens.openEmailVerification(request.token())
                .map((token) -> this.users.confirmEmail(token.userId(), (email) -> AccountTokens.fits(token, email)))
                .orElse(false);
        if (!verified) {
            throw InvalidException.of("invalid-token",
                    "The link is too old or was used already: ask for a new one while you are signed in.");
        }
    }

    /** Mails a new token; the mail is left out when the address is verified already. */
    @Transactional
    public void resend(CurrentUser actor) {
        this.events.publishEvent(new EmailVerificationRequested(actor.id()));
    }

}

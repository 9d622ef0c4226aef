package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.security.OpaqueTokens;
import com.taskflow.user.Credentials;
import com.taskflow.user.EmailAddress;
import com.taskflow.user.UserService;

/**
 * The tokens that are mailed to people: derived, so that none is stored, and bound to the user, the purpose, the time and
 * the state that their use changes, so that each can be used once. Ask for one when the mail leaves: its time runs.
 */
@Component
public class AccountTokens {

    static final Duration PASSWORD_RESET_LIFETIME = Duration.ofMinutes(10);

    static final Duration EMAIL_VERIFICATION_LIFETIME = Duration.ofHours(24);

    private static final String PASSWORD_RESET = "password-reset";

    private static final String EMAIL_VERIFICATION = "email-verification";

    private final OpaqueTokens tokens;

    private final UserService users;

    private final Clock clock;

    AccountTokens(OpaqueTokens tokens, UserService users, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.clock = clock;
    }

    /** Sets a new password within ten minutes, unless that happens otherwise; empty once the account is deleted. */
    @Transactional
    public Optional<String> passwordReset(UUID userId) {
        return this.users.findCredentials(userId).filter((user) -> !user.disabled())
                .map((user) -> seal(PASSWORD_RESET, userId, user.passwordHash()));
    }

    /** Verifies the present address within a day; empty when it is verified, and once the account is deleted. */
    @Transactional
    public Optional<String> emailVerification(UUID userId) {
        return this.users.findContact(userId).filter((user) -> !user.emailVerified())
                .map((user) -> seal(EMAIL_VERIFICATION, userId, user.email().key()));
    }

    /** Empty when it is forged, too old, or was made for something else; whether it still fits is for the state to say. */
    Optional<AccountToken> openPasswordReset(String token) {
        return open(PASSWORD_RESET, token, PASSWORD_RESET_LIFETIME);
    }

    /** Empty when it is forged, too old, or was made for something else; whether it still fits is for the state to say. */
    Optional<AccountToken> openEmailVerification(String token) {
        return open(EMAIL_VERIFICATION, token, EMAIL_VERIFICATION_LIFETIME);
    }

    static boolean fits(AccountToken token, Credentials user) {
        return !user.disabled() && token.fits(user.passwordHash());
    }

    static boolean fits(AccountToken token, EmailAddress email) {
        return token.fits(email.key());
    }

    private String seal(String purpose, UUID userId, String state) {
        return this.tokens.seal(purpose, AccountToken.of(userId, this.clock.instant(), state).content());
    }

    private Optional<AccountToken> open(String purpose, String token, Duration lifetime) {
        return this.tokens.open(purpose, token).flatMap(AccountToken::parse)
                .filter((opened) -> opened.isFreshAt(this.clock.instant(), lifetime));
    }

}

package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.taskflow.platform.security.OpaqueTokens;
import com.taskflow.user.Credentials;

/**
 * Carries a right password over to the second step of a sign-in: derived, so that none is stored, and bound to the user,
 * the time and the epoch, which goes up with every new password and every sign-out of all sessions. Not to the hash: that
 * is upgraded by the very sign-in.
 */
@Component
class Challenges {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String PURPOSE = "second-factor-challenge";

    private final OpaqueTokens tokens;

    private final Clock clock;

    Challenges(OpaqueTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    String issue(Credentials user) {
        return this.tokens.seal(PURPOSE, AccountToken.of(user.userId(), this.clock.instant(), state(user)).content());
    }

    /** Empty when it is forged, too old, or was made for something else; whether it still fits is for the state to say. */
    Optional<AccountToken> open(String challenge) {
        return this.tokens.open(PURPOSE, challenge).flatMap(AccountToken::parse)
                .filter((opened) -> opened.isFreshAt(this.clock.instant(), LIFETIME));
    }

    static boolean fits(AccountToken challenge, Credentials user) {
        return !user.disabled() && challenge.fits(state(user));
    }

    private static String state(Credentials user) {
        return String.valueOf(user.epoch());
    }

}

package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.crypto.Sha256;

/**
 * What a mailed token or a challenge says, in the form {@code <user>|<seconds>|<digest>}.
 *
 * @param state digest of what the token's use changes: afterwards it fits no more
 */
record AccountToken(UUID userId, Instant issuedAt, String state) {

    /** With much to spare. */
    static final int LONGEST_SEALED = 512;

    static AccountToken of(UUID userId, Instant issuedAt, String state) {
        return new AccountToken(userId, issuedAt, digest(state));
    }

    /** @param content was sealed here, so it is well-formed unless it was sealed for something else */
    static Optional<AccountToken> parse(String content) {
        String[] parts = content.split("\\|", -1);
        try {
            return (parts.length == 3)
                    ? Optional.of(new AccountToken(UUID.fromString(parts[0]),
                            Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    String content() {
        return this.userId + "|" + this.issuedAt.getEpochSecond() + "|" + this.state;
    }

    boolean isFreshAt(Instant now, Duration lifetime) {
        return now.isBefore(this.issuedAt.plus(lifetime));
    }

    boolean fits(String currentState) {
        return this.state.equals(digest(currentState));
    }

    private static String digest(String state) {
        return Base64Url.encode(Sha256.of(state));
    }

    @Override
    public String toString() {
        return "AccountToken[" + this.userId + "]";
    }

}

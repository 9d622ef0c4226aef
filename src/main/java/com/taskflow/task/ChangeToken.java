package com.taskflow.task;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.taskflow.platform.error.GoneException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.security.OpaqueTokens;

/**
 * How far a client has followed an owner's changes: {@code epoch|seq|issued}, sealed for the owner.
 *
 * @param seq the last change number that it has seen, 0 at the beginning
 * @param issued when; what happened since is in the log for as long as the token counts
 */
record ChangeToken(long epoch, long seq, Instant issued) {

    static final Duration LIFETIME = Duration.ofDays(90);

    /** @throws GoneException {@code sync-token-expired}: the client has to begin anew */
    void check(ChangeCounter.Position now, Instant at) {
        if (this.epoch != now.epoch() || this.seq > now.seq() || this.issued.isBefore(at.minus(LIFETIME))) {
            throw GoneException.of("sync-token-expired",
                    "The log does not reach back to this token: read all changes from the beginning, without one.");
        }
    }

    /** Seals tokens for their owner, and opens them again. */
    @Component
    static class Codec {

        private static final String PURPOSE = "task-changes";

        private final OpaqueTokens tokens;

        Codec(OpaqueTokens tokens) {
            this.tokens = tokens;
        }

        String encode(UUID owner, ChangeToken token) {
            return this.tokens.seal(PURPOSE, owner,
                    "%d|%d|%d".formatted(token.epoch, token.seq, token.issued.toEpochMilli()));
        }

        /**
         * Opens a token.
         * @param name of the parameter or header it came in
         * @throws InvalidException when it is malformed, forged or somebody else's
         */
        ChangeToken decode(UUID owner, String name, String text) {
            return this.tokens.open(PURPOSE, owner, text).map((content) -> content.split("\\|", 3))
                    .map((parts) -> new ChangeToken(Long.parseLong(parts[0]), Long.parseLong(parts[1]),
                            Instant.ofEpochMilli(Long.parseLong(parts[2]))))
                    .orElseThrow(() -> InvalidException.field(name, "invalid", "is no token of your changes"));
        }

    }

}

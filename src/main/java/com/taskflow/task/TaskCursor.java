package com.taskflow.task;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.security.OpaqueTokens;

/**
 * Where the next page of a list begins: after what has this sort key and id.
 *
 * @param key what the list is sorted by; of tasks as {@link TaskSort#keyOf} gives it
 */
record TaskCursor(String key, UUID id) {

    /** Seals cursors with the query they come from, and opens them again. */
    @Component
    static class Codec {

        private static final String PURPOSE = "task-cursor";

        private final OpaqueTokens tokens;

        Codec(OpaqueTokens tokens) {
            this.tokens = tokens;
        }

        String encode(TaskCursor cursor, String fingerprint) {
            return this.tokens.seal(PURPOSE, fingerprint, cursor.id() + "|" + cursor.key());
        }

        /** @throws InvalidException when it is malformed, forged, or from another query or user */
        @Nullable
        TaskCursor decode(@Nullable String text, String fingerprint) {
            if (text == null) {
                return null;
            }
            return this.tokens.open(PURPOSE, fingerprint, text).map((content) -> content.split("\\|", 2))
                    .map((parts) -> new TaskCursor(parts[1], UUID.fromString(parts[0])))
                    .orElseThrow(() -> InvalidException.field("cursor", "invalid",
                            "is no cursor of this list with these filters and this order: begin without one"));
        }

    }

}

package com.taskflow.platform.persistence;

import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.InvalidException;

/** Makes the identifiers of all rows: UUIDv7 (RFC 9562 §5.7), ascending within this process. */
public final class Identifiers {

    private static final int VERSION = 7;

    private static final int IETF_VARIANT = 2;

    private Identifiers() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /**
     * The identifier that a client has chosen for something new.
     * @param chosen null to make one here
     * @throws InvalidException for the field {@code id}, unless it is a UUIDv7
     */
    public static UUID chosenOrNext(@Nullable UUID chosen) {
        if (chosen == null) {
            return next();
        }
        if (!isVersion7(chosen)) {
            throw InvalidException.field("id", "format", "must be a UUIDv7");
        }
        return chosen;
    }

    /** Whether a client may have made this identifier itself. */
    public static boolean isVersion7(UUID id) {
        return id.version() == VERSION && id.variant() == IETF_VARIANT;
    }

}

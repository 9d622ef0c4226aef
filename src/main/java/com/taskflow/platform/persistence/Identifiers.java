package com.taskflow.platform.persistence;

import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes the identifiers of all rows: UUIDv7 (RFC 9562 §5.7), ascending within this process. */
public final class Identifiers {

    private static final int VERSION = 7;

    private static final int IETF_VARIANT = 2;

    private Identifiers() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Whether a client may have made this identifier itself. */
    public static boolean isVersion7(UUID id) {
        return id.version() == VERSION && id.variant() == IETF_VARIANT;
    }

}

package com.taskflow.auth;

import java.time.Instant;
import java.util.UUID;

/** Something has happened to a user's second factor; published inside the transaction that does it. */
public record SecondFactorChanged(UUID userId, Change change, Instant at) {

    /** What has happened. */
    public enum Change {

        /** A code was seen: sign-in asks for one from now on. */
        ENABLED,

        /** Sign-in asks for the password alone again. */
        DISABLED,

        /** There are new recovery codes; the earlier ones are void. */
        RECOVERY_CODES_RENEWED,

        /** One recovery code less; somebody did not have the phone. */
        RECOVERY_CODE_USED,

        /** Too many wrong codes: none is taken for a while. Whoever tried them knew the password or was signed in. */
        LOCKED

    }

}

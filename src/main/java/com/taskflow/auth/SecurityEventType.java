package com.taskflow.auth;

import com.taskflow.platform.web.WireName;

/** What is worth keeping of what happens to accounts. */
enum SecurityEventType {

    ACCOUNT_REGISTERED(false), ACCOUNT_DELETED(false), SIGNED_IN(false), NEW_DEVICE(false), SIGN_IN_FAILED(false),

    /** Too many wrong passwords: nothing more is looked at for a while. */
    LOCKED_OUT(true),

    SESSION_REVOKED(false), SIGNED_OUT_EVERYWHERE(false),

    /** An old refresh token was used: somebody else has it too. */
    REFRESH_REUSED(true),

    /** A refresh token is newer than its session, which only a database set back in time explains. */
    REFRESH_AHEAD(true),

    PASSWORD_CHANGED(false), PASSWORD_RESET_REQUESTED(false), PASSWORD_RESET(false),

    /** Somebody who is signed in was asked for the password again and did not know it. */
    PASSWORD_CHECK_FAILED(false),

    SECOND_FACTOR_ENABLED(false), SECOND_FACTOR_DISABLED(false), RECOVERY_CODES_RENEWED(false),
    RECOVERY_CODE_USED(false),

    /** Too many wrong codes of somebody who knew the password or was signed in. */
    SECOND_FACTOR_LOCKED(true);

    private final boolean alarming;

    SecurityEventType(boolean alarming) {
        this.alarming = alarming;
    }

    /** Whether somebody should look at it. */
    boolean alarming() {
        return this.alarming;
    }

    String wireName() {
        return WireName.of(this);
    }

}

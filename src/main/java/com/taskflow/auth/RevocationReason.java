package com.taskflow.auth;

import com.taskflow.platform.web.WireName;

/** Why a session ended before its time; kept with it, for the operator. */
enum RevocationReason {

    LOGOUT, LOGOUT_ALL, CLOSED_REMOTELY, PASSWORD_CHANGED, ACCOUNT_DELETED, TOKEN_REUSED;

    String wireName() {
        return WireName.of(this);
    }

}

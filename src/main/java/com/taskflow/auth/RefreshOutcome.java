package com.taskflow.auth;

/** How a presented refresh token was answered; each is counted. */
enum RefreshOutcome {

    /** It was current: a successor was made. */
    ROTATED,

    /** It was the previous one, just rotated: the same successor again. */
    REPLAYED,

    /** The same, too often. */
    LIMITED,

    /** It was an old one: somebody else has used it too. The session is revoked. */
    REUSED,

    /** It is newer than the session, which only a database set back in time explains. */
    AHEAD,

    /** The session was revoked or has expired, or the account is disabled. */
    ENDED,

    /** There is no such session, or the token was not derived here. */
    FORGED,

    /** It is no refresh token at all. */
    MALFORMED

}

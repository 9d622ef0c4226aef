package com.taskflow.platform.security;

import java.time.Instant;

/** For how long a request is allowed that goes on for more than a moment; a handler parameter. */
public interface AccessGrant {

    /** When the access token that was presented ends. */
    Instant expiresAt();

    /**
     * Whether the session has ended since.
     * @throws org.springframework.dao.DataAccessException when nothing at hand can tell
     */
    boolean isRevoked();

}

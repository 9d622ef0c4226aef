package com.taskflow.auth;

import java.util.UUID;

/**
 * A refresh token as it was presented: well-formed, and nothing more is known of it.
 *
 * @param keyId the pepper that it says it was derived with
 * @param generation how often the session had been rotated, counted from 1
 * @param mac the presented tag, base64url
 */
record RefreshToken(String keyId, UUID sessionId, int generation, String mac) {

    @Override
    public String toString() {
        return "RefreshToken[" + this.sessionId + ", " + this.generation + "]";
    }

}

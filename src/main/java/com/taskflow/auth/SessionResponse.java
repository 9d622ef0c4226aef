package com.taskflow.auth;

import com.taskflow.user.UserResponse;

/**
 * The API's Session.
 *
 * @param expiresIn the access token's lifetime in seconds (RFC 6749 §5.1)
 */
record SessionResponse(String accessToken, String tokenType, long expiresIn, UserResponse user) {

    @Override
    public String toString() {
        return "SessionResponse[" + this.user.id() + "]";
    }

}

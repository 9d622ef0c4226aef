package com.taskflow.auth;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.user.UserResponse;

/**
 * The API's Session.
 *
 * @param expiresIn the access token's lifetime in seconds (RFC 6749 §5.1)
 */
@Schema(example = """
        {"accessToken": "eyJhbGciOiJIUzI1NiIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl",
         "tokenType": "Bearer", "expiresIn": 900,
         "user": {"id": "019a2b3c-0000-7000-8000-000000000001", "email": "me@example.org", "emailVerified": false,
                  "name": "Me", "timeZone": "UTC", "createdAt": "2026-11-22T08:30:00.123Z"}}""")
record SessionResponse(String accessToken, String tokenType, long expiresIn, UserResponse user) {

    @Override
    public String toString() {
        return "SessionResponse[" + this.user.id() + "]";
    }

}

package com.taskflow.auth;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a client gets that has just signed in or gone on with its session.
 *
 * @param refreshToken goes into the cookie and nowhere else
 * @param refreshLifetime how long the session lasts unless it is refreshed
 * @param deviceToken goes into a cookie of its own, by which the device is known from then on; null when it goes on as
 * it was
 */
record IssuedTokens(SessionResponse response, String refreshToken, Duration refreshLifetime,
        @Nullable String deviceToken) {

    @Override
    public String toString() {
        return "IssuedTokens[" + this.response.user().id() + "]";
    }

}

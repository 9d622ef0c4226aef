package com.taskflow.auth;

import java.time.Duration;

/**
 * What a client gets that has just signed in or gone on with its session.
 *
 * @param refreshToken goes into the cookie and nowhere else
 * @param refreshLifetime how long the session lasts unless it is refreshed
 */
record SignIn(SessionResponse response, String refreshToken, Duration refreshLifetime) {

    @Override
    public String toString() {
        return "SignIn[" + this.response.user().id() + "]";
    }

}

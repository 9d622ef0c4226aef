package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Asks to be signed in. An address that nobody could have is answered like one that nobody has. */
record LoginRequest(@NotNull @Text(min = 1, max = 254) String email, @NotNull @Text(min = 1, max = 512) //
String password) {

    @Override
    public String toString() {
        return "LoginRequest";
    }

}

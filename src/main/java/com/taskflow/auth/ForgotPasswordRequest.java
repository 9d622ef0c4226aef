package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Asks for a mail with a link that sets a new password. */
record ForgotPasswordRequest(@NotNull @Text(min = 1, max = 254) String email) {

    @Override
    public String toString() {
        return "ForgotPasswordRequest";
    }

}

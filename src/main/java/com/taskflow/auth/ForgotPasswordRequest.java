package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;
import com.taskflow.user.EmailAddress;

/** Asks for a mail with a link that sets a new password. */
@Schema(example = """
        {"email": "me@example.org"}""")
record ForgotPasswordRequest(@NotNull @Text(min = 1, max = EmailAddress.LONGEST) String email) {

    @Override
    public String toString() {
        return "ForgotPasswordRequest";
    }

}

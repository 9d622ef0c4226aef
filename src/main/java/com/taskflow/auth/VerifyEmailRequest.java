package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Verifies an address with the token that was mailed to it. */
@Schema(example = """
        {"token": "from-the-mail"}""")
record VerifyEmailRequest(@NotNull @Text(min = 1, max = AccountToken.LONGEST_SEALED) String token) {

    @Override
    public String toString() {
        return "VerifyEmailRequest";
    }

}

package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;
import com.taskflow.user.EmailAddress;

/** Asks to be signed in. An address that nobody could have is answered like one that nobody has. */
@Schema(example = """
        {"email": "me@example.org", "password": "correct horse battery staple"}""")
record LoginRequest(@NotNull @Text(min = 1, max = EmailAddress.LONGEST) String email,
        @NotNull @Text(min = 1, max = Password.MOST_BYTES) String password) {

    @Override
    public String toString() {
        return "LoginRequest";
    }

}

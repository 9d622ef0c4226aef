package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Sets a new password with a mailed token. The password's rules are {@link PasswordPolicy}'s. */
@Schema(example = """
        {"token": "from-the-mail", "password": "a longer and better passphrase"}""")
record ResetPasswordRequest(@NotNull @Text(min = 1, max = AccountToken.LONGEST_SEALED) String token,
        @Schema(format = "password", minLength = Password.LEAST, maxLength = Password.MOST) @NotNull String password) {

    @Override
    public String toString() {
        return "ResetPasswordRequest";
    }

}

package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Changes one's password. The new one's rules are {@link PasswordPolicy}'s. */
@Schema(example = """
        {"currentPassword": "correct horse battery staple", "newPassword": "a longer and better passphrase"}""")
record ChangePasswordRequest(@NotNull @Text(min = 1, max = Password.MOST_BYTES) String currentPassword,
        @Schema(format = "password", minLength = Password.LEAST, maxLength = Password.MOST) @NotNull String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest";
    }

}

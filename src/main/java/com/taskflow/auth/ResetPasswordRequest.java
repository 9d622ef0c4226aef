package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Sets a new password with a mailed token. The password's rules are {@link PasswordPolicy}'s. */
record ResetPasswordRequest(@NotNull @Text(min = 1, max = 512) String token, @NotNull String password) {

    @Override
    public String toString() {
        return "ResetPasswordRequest";
    }

}

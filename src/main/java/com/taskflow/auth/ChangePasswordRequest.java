package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Changes one's password. The new one's rules are {@link PasswordPolicy}'s. */
record ChangePasswordRequest(@NotNull @Text(min = 1, max = 512) String currentPassword, @NotNull String newPassword) {

    @Override
    public String toString() {
        return "ChangePasswordRequest";
    }

}

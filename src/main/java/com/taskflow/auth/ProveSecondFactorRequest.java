package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Changes what guards the account: the password and a code, or a recovery code. */
record ProveSecondFactorRequest(@NotNull @Text(min = 1, max = 512) String password,
        @NotNull @Text(min = 1, max = 64) String code) {

    @Override
    public String toString() {
        return "ProveSecondFactorRequest";
    }

}

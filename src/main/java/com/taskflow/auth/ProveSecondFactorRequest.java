package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Changes what guards the account: the password and a code, or a recovery code. */
@Schema(example = """
        {"password": "correct horse battery staple", "code": "287082"}""")
record ProveSecondFactorRequest(@NotNull @Text(min = 1, max = Password.MOST_BYTES) String password,
        @NotNull @Text(min = 1, max = RecoveryCode.LONGEST_TYPED) String code) {

    @Override
    public String toString() {
        return "ProveSecondFactorRequest";
    }

}

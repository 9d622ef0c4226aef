package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** The second step of a sign-in: what the first one answered, and a code or a recovery code. */
@Schema(example = """
        {"challenge": "from-the-first-step", "code": "287082"}""")
record TotpLoginRequest(@NotNull @Text(min = 1, max = AccountToken.LONGEST_SEALED) String challenge,
        @NotNull @Text(min = 1, max = RecoveryCode.LONGEST_TYPED) String code) {

    @Override
    public String toString() {
        return "TotpLoginRequest";
    }

}

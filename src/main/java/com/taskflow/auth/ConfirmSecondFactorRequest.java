package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Shows that the second factor is set up: a code of it. */
@Schema(example = """
        {"code": "287082"}""")
record ConfirmSecondFactorRequest(@NotNull @Text(min = 1, max = RecoveryCode.LONGEST_TYPED) String code) {

    @Override
    public String toString() {
        return "ConfirmSecondFactorRequest";
    }

}

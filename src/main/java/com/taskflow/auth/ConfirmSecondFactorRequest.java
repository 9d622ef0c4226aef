package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Shows that the second factor is set up: a code of it. */
record ConfirmSecondFactorRequest(@NotNull @Text(min = 1, max = 64) String code) {

    @Override
    public String toString() {
        return "ConfirmSecondFactorRequest";
    }

}

package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Asks for a second factor to set up. */
record EnrolSecondFactorRequest(@NotNull @Text(min = 1, max = 512) String password) {

    @Override
    public String toString() {
        return "EnrolSecondFactorRequest";
    }

}

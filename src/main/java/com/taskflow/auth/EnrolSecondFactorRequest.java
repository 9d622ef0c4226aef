package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Asks for a second factor to set up. */
@Schema(example = """
        {"password": "correct horse battery staple"}""")
record EnrolSecondFactorRequest(@NotNull @Text(min = 1, max = Password.MOST_BYTES) String password) {

    @Override
    public String toString() {
        return "EnrolSecondFactorRequest";
    }

}

package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/** Deletes one's account, for good. */
@Schema(example = """
        {"password": "correct horse battery staple"}""")
record DeleteAccountRequest(@NotNull @Text(min = 1, max = 512) String password) {

    @Override
    public String toString() {
        return "DeleteAccountRequest";
    }

}

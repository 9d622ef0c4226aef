package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.Text;

/** Deletes one's account, for good. */
record DeleteAccountRequest(@NotNull @Text(min = 1, max = 512) String password) {

    @Override
    public String toString() {
        return "DeleteAccountRequest";
    }

}

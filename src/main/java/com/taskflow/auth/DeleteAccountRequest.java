package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.Text;

/**
 * Deletes one's account, for good.
 *
 * @param code a code of the second factor, or a recovery code; needed where sign-in asks for one
 */
@Schema(example = """
        {"password": "correct horse battery staple", "code": "287082"}""")
record DeleteAccountRequest(@NotNull @Text(min = 1, max = Password.MOST_BYTES) String password,
        @Nullable @Text(min = 1, max = RecoveryCode.LONGEST_TYPED) String code) {

    @Override
    public String toString() {
        return "DeleteAccountRequest";
    }

}

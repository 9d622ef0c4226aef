package com.taskflow.auth;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;
import com.taskflow.user.EmailAddress;

/** Asks for an account. The password's rules are {@link PasswordPolicy}'s. */
@Schema(example = """
        {"email": "me@example.org", "password": "correct horse battery staple", "name": "Me"}""")
record RegisterRequest(
        @Schema(format = "email", minLength = 3, maxLength = EmailAddress.LONGEST) @NotNull @Pattern(regexp = RegisterRequest.EMAIL, message = "must be an e-mail address") //
        String email,
        @Schema(format = "password", minLength = Password.LEAST, maxLength = Password.MOST) @NotNull String password,
        @NotNull @Text(min = 1, max = 100, visible = true) String name) {

    /**
     * Looser than RFC 5321 in letters, stricter in everything that could mean something to a mail server or a log: no
     * white space, quotes, brackets or control characters, and dots only between others (RFC 5321 dot-string), since no
     * mail would leave for such an address. The length comes first: it bounds the rest of the match.
     */
    static final String EMAIL = "(?s)(?=.{3," + EmailAddress.LONGEST
            + "}$)(?!\\.|[^@]*\\.[.@])[^\\s\\p{Z}\\p{C}@<>()\\[\\],;:\\\\\"]{1,64}"
            + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?+\\.)++"
            + "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?+";

    @Override
    public String toString() {
        return "RegisterRequest";
    }

}

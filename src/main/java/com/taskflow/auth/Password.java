package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

import com.taskflow.platform.error.InvalidException;

/**
 * A password in the one form that is hashed and compared: Unicode NFKC, so that it is the same from every keyboard (NIST
 * SP 800-63B §3.1.1.2).
 */
record Password(String text) {

    /** Characters of a new one. */
    static final int LEAST = 12;

    static final int MOST = 128;

    static final int MOST_BYTES = 4 * MOST;

    /**
     * @param field the request's field that it came in
     * @throws InvalidException when it is longer than anything that is worth hashing
     */
    static Password of(String field, String typed) {
        if (typed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw InvalidException.field(field, "length", "must have at most %d characters".formatted(MOST));
        }
        return new Password(Normalizer.normalize(typed, Normalizer.Form.NFKC));
    }

    int length() {
        return this.text.codePointCount(0, this.text.length());
    }

    @Override
    public String toString() {
        return "Password";
    }

}

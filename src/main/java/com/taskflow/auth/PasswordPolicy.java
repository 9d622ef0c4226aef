package com.taskflow.auth;

import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.user.EmailAddress;

/**
 * What a new password must be: long, and not one that is guessed first (NIST SP 800-63B §3.1.1.2). There are no rules
 * about kinds of characters, and passwords do not expire.
 */
@Component
class PasswordPolicy {

    /** A shorter name or mailbox would be found in too many good passwords by chance. */
    private static final int SHORTEST_TELLING_PART = 4;

    private final CommonPasswords common = CommonPasswords.read();

    /**
     * @param field the request's field that it came in
     * @throws InvalidException with code {@code length}, {@code too_common}, {@code contains_email} or
     * {@code contains_name}
     */
    void check(String field, Password password, EmailAddress email, String name) {
        if (password.length() < Password.LEAST || password.length() > Password.MOST) {
            throw InvalidException.field(field, "length",
                    "must have %d to %d characters".formatted(Password.LEAST, Password.MOST));
        }
        String folded = fold(password.text());
        String mailbox = fold(email.value()).replaceFirst("@.*", "");
        if (containsAny(folded, fold(email.value()), mailbox, mailbox.replaceFirst("\\+.*", ""))) {
            throw InvalidException.field(field, "contains_email", "must not contain your e-mail address");
        }
        String wholeName = fold(name).strip();
        if (containsAny(folded, wholeName, wholeName.replaceAll("[\\s\\p{Punct}]+", ""))) {
            throw InvalidException.field(field, "contains_name", "must not contain your name");
        }
        if (this.common.contains(password.text())) {
            throw InvalidException.field(field, "too_common", "is among the first that would be guessed");
        }
    }

    private static boolean containsAny(String folded, String... parts) {
        return Stream.of(parts).filter((part) -> part.length() >= SHORTEST_TELLING_PART).anyMatch(folded::contains);
    }

    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

}

package com.taskflow.user;

import java.util.Locale;

/**
 * An e-mail address as it was typed, and the key it is compared by: the same address in another case is the same
 * account.
 */
public record EmailAddress(String value) {

    /** RFC 5321 §4.5.3.1.3, without the angle brackets. */
    public static final int LONGEST = 254;

    /** The form that is unique among living accounts. */
    public String key() {
        return this.value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

}

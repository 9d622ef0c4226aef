package com.taskflow.user;

import java.util.Locale;

/**
 * An e-mail address as it was typed, and the key it is compared by: the same address in another case is the same
 * account.
 */
public record EmailAddress(String value) {

    /** The form that is unique among living accounts. */
    public String key() {
        return this.value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

}

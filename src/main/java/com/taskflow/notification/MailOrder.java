package com.taskflow.notification;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One mail to be sent, as it stands in the queue. It names nobody and opens nothing: the address is looked up and links
 * are made when the mail leaves.
 *
 * @param address only where the account is no more; kept until the mail is sent
 * @param details what the template says beside
 */
record MailOrder(MailKind kind, UUID userId, @Nullable String address, Map<String, String> details) {

    /** The detail that has a reminder's id. */
    static final String REMINDER = "reminder";

    static MailOrder of(MailKind kind, UUID userId) {
        return new MailOrder(kind, userId, null, Map.of());
    }

    @Override
    public String toString() {
        return "MailOrder[" + this.kind + ", " + this.userId + "]";
    }

}

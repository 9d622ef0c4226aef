package com.taskflow.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says: the same twice, for programs that show HTML and for those that do not.
 *
 * @param html absent where the mail is to be text alone
 */
record MailText(String subject, String text, @Nullable String html) {

    MailText withoutHtml() {
        return new MailText(this.subject, this.text, null);
    }

}

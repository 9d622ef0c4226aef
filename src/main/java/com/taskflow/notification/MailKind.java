package com.taskflow.notification;

import com.taskflow.platform.web.WireName;

/** The mails there are. Each has two templates, {@code <name>.txt} and {@code <name>.html}. */
enum MailKind {

    WELCOME("Welcome to TaskFlow"),

    EMAIL_VERIFICATION("Confirm your e-mail address"),

    PASSWORD_RESET("Set a new password"),

    PASSWORD_CHANGED("Your password was changed"),

    NEW_SIGN_IN("New sign-in to your account"),
    SECOND_FACTOR("Your second factor"),

    REMINDER("A reminder of a task"),

    ACCOUNT_DELETED("Your account was deleted");

    private final String subject;

    MailKind(String subject) {
        this.subject = subject;
    }

    /** Nothing that anybody typed: a header is no place for it. */
    String subject() {
        return this.subject;
    }

    /** Whether it need not be sent when what its link does has been done. */
    boolean isNothingWithoutLink() {
        return this == EMAIL_VERIFICATION || this == PASSWORD_RESET;
    }

    String templateName() {
        return WireName.of(this).replace('_', '-');
    }

}

package com.taskflow.notification;

/** A mail that is ready to go. */
record Mail(String address, MailText text) {

    @Override
    public String toString() {
        return "Mail[" + this.text.subject() + "]";
    }

}

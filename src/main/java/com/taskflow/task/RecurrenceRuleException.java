package com.taskflow.task;

/** A rule is not of the profile; the message names the part and holds nothing else that was sent. */
final class RecurrenceRuleException extends IllegalArgumentException {

    RecurrenceRuleException(String message) {
        super(message);
    }

}

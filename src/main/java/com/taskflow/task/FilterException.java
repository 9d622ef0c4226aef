package com.taskflow.task;

/** A filter cannot be understood or costs too much; the message says where, and holds nothing of the filter itself. */
final class FilterException extends IllegalArgumentException {

    /** @param position counted from 1, in Unicode code points */
    FilterException(int position, String message) {
        super("position %d: %s".formatted(position, message));
    }

}

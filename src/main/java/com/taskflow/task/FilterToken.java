package com.taskflow.task;

/**
 * A piece of a filter.
 *
 * @param text what it says: of a quoted text without quotes and escapes
 * @param position where it begins, counted from 1 in Unicode code points
 */
record FilterToken(Kind kind, String text, int position) {

    enum Kind {
        WORD, TEXT, DATE, DATE_TIME, OFFSET, UUID, OPERATOR, OPEN, CLOSE, COMMA, END
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }

    /** Whether it is this keyword, in whichever case. */
    boolean is(String keyword) {
        return this.kind == Kind.WORD && this.text.equalsIgnoreCase(keyword);
    }

}

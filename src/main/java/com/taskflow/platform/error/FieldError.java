package com.taskflow.platform.error;

/**
 * What is wrong with one field or parameter, as one element of a problem's {@code errors}.
 *
 * @param field the JSON path or parameter name, for example {@code due.time}
 * @param code a stable word for programs, for example {@code too_long}
 * @param message a sentence for people, with the fix in it
 */
public record FieldError(String field, String code, String message) {

}

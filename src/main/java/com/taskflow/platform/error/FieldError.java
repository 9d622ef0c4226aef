package com.taskflow.platform.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field or parameter, as one element of a problem's {@code errors}.
 *
 * @param field the JSON path or parameter name, for example {@code due.time}
 * @param code a stable word for programs, for example {@code too_long}
 * @param message a sentence for people, with the fix in it
 * @param index which of the request's operations it is about, from 0; null where it is about the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String field, String code, String message, @Nullable Integer index) {

    public FieldError(String field, String code, String message) {
        this(field, code, message, null);
    }

}

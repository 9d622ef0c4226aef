package com.taskflow.platform.error;

import java.util.List;

import org.springframework.http.HttpStatus;

/** 409, or 422 where the request is well-formed but refers to what cannot be. */
public final class ConflictException extends ProblemException {

    private ConflictException(HttpStatus status, String slug, String detail, List<FieldError> errors) {
        super(status, slug, detail, errors);
    }

    public static ConflictException of(String slug, String detail) {
        return new ConflictException(HttpStatus.CONFLICT, slug, detail, List.of());
    }

    public static ConflictException invalidReference(String field, String message) {
        return new ConflictException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-reference",
                "A field refers to something that cannot be used here.",
                List.of(new FieldError(field, "invalid_reference", message)));
    }

}

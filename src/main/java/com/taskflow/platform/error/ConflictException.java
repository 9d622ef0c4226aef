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

    public static ConflictException unprocessable(String slug, String detail) {
        return new ConflictException(HttpStatus.UNPROCESSABLE_CONTENT, slug, detail, List.of());
    }

    public static ConflictException invalidReference(String field, String message) {
        return new ConflictException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-reference",
                "A field refers to something that cannot be used here.",
                List.of(new FieldError(field, "invalid_reference", message)));
    }

    /** @param errors what differs from what the request takes for granted */
    public static ConflictException of(String slug, String detail, List<FieldError> errors) {
        return new ConflictException(HttpStatus.CONFLICT, slug, detail, errors);
    }

    /**
     * A batch that is done as a whole or not at all.
     * @param index which of its operations was refused
     */
    public static ConflictException failedBatch(int index, ProblemException cause) {
        List<FieldError> errors = cause.errors().isEmpty()
                ? List.of(new FieldError("operations", cause.slug(), cause.detail(), index))
                : cause.errors().stream()
                        .map((error) -> new FieldError(error.field(), error.code(), error.message(), index)).toList();
        return new ConflictException(HttpStatus.UNPROCESSABLE_CONTENT, "batch-failed",
                "Operation %d was refused (%s), so nothing was changed.".formatted(index, cause.slug()), errors);
    }

}

package com.taskflow.platform.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jakarta.validation.ConstraintViolation;

import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;

/** 400: the request itself is wrong; sending it again unchanged will not help. */
public final class InvalidException extends ProblemException {

    private InvalidException(String slug, String detail, List<FieldError> errors) {
        super(HttpStatus.BAD_REQUEST, slug, detail, errors);
    }

    public static InvalidException of(String slug, String detail) {
        return new InvalidException(slug, detail, List.of());
    }

    public static InvalidException field(String field, String code, String message) {
        return fields(List.of(new FieldError(field, code, message)));
    }

    public static InvalidException fields(List<FieldError> errors) {
        return new InvalidException("invalid-request", "The request has invalid fields or parameters.", errors);
    }

    /**
     * What of a part of the body is not what its field takes.
     * @param prefix the path of that part
     */
    public static InvalidException unreadable(String prefix, JacksonException cause) {
        InvalidException problem = UnreadableBody.problem(cause);
        return problem.errors().isEmpty()
                ? field(prefix, "type", "has the wrong JSON type")
                : problem.within(prefix);
    }

    /** What Bean Validation found, in the order of the fields' names. */
    public static InvalidException violations(Collection<? extends ConstraintViolation<?>> violations) {
        return fields(violations.stream().map(ViolationCodes::error).sorted(Comparator.comparing(FieldError::field))
                .toList());
    }

    /** The same, of an object that is a part of the body. */
    public InvalidException within(String prefix) {
        return new InvalidException(slug(), detail(), errors().stream()
                .map((error) -> new FieldError(prefix + "." + error.field(), error.code(), error.message())).toList());
    }

}

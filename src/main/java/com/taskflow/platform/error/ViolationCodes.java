package com.taskflow.platform.error;

import java.util.Map;
import jakarta.validation.ConstraintViolation;

import org.jspecify.annotations.Nullable;

/** The stable words for what Bean Validation and data binding refuse. */
final class ViolationCodes {

    private static final Map<String, String> CODES = Map.ofEntries(Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"), Map.entry("Text", "length"), Map.entry("Size", "length"),
            Map.entry("Min", "range"), Map.entry("Max", "range"), Map.entry("Email", "format"),
            Map.entry("Pattern", "format"), Map.entry("TimeZoneName", "time_zone"));

    private ViolationCodes() {}

    /** @param codes Spring's codes, from the most to the least specific; the last is the constraint's bare name */
    static FieldError error(String field, String @Nullable [] codes, @Nullable String message) {
        String constraint = (codes != null && codes.length > 0) ? codes[codes.length - 1] : "";
        if ("typeMismatch".equals(constraint)) {
            return new FieldError(field, "invalid", "has a value that is not one of this parameter's");
        }
        return new FieldError(field, CODES.getOrDefault(constraint, "invalid"),
                (message != null) ? message : "is invalid");
    }

    static FieldError error(ConstraintViolation<?> violation) {
        String constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        String field = violation.getPropertyPath().toString().replace(".<list element>", "");
        return new FieldError(field, CODES.getOrDefault(constraint, "invalid"), violation.getMessage());
    }

}

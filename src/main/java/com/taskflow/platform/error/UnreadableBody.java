package com.taskflow.platform.error;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what Jackson could not read, by field and without a class name. */
public final class UnreadableBody {

    private UnreadableBody() {}

    public static InvalidException problem(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException ex ->
                field(ex, "unknown", "is not a field here, or not one that can be set");
            case InvalidFormatException ex when ex.getTargetType() == String.class ->
                field(ex, "invalid", "must not contain U+0000 or half of a surrogate pair");
            case InvalidFormatException ex -> field(ex, "invalid", "has a value that is not one of this field's");
            case MismatchedInputException ex when !ex.getPath().isEmpty() ->
                field(ex, "type", "has the wrong JSON type");
            // A number that is too large for its field, among others.
            case JacksonException ex when !ex.getPath().isEmpty() ->
                field(ex, "invalid", "has a value that is not one of this field's");
            case null, default -> InvalidException.of("malformed-request",
                    "The body is not the JSON object that this route takes.");
        };
    }

    private static InvalidException field(JacksonException ex, String code, String message) {
        return InvalidException.fields(List.of(new FieldError(path(ex.getPath()), code, message)));
    }

    private static String path(List<Reference> path) {
        return path.stream()
                .map((step) -> (step.getPropertyName() != null)
                        ? "." + step.getPropertyName()
                        : "[" + step.getIndex() + "]")
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

}

package com.taskflow.transfer;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.taskflow.platform.error.FieldError;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.UnreadableBody;

/** Reads staged items as strictly as requests are read, but says what is wrong instead of refusing. */
@Component
class ImportReader {

    /** What a record's members are called; reflection would be asked anew for every item. */
    private static final ClassValue<Set<String>> MEMBERS = new ClassValue<>() {

        @Override
        protected Set<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableSet());
        }

    };

    private final JsonMapper json;

    private final Validator validator;

    ImportReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The item, or empty when it cannot be taken over; then what is said about its subject cannot be either. */
    <T> Optional<T> read(ImportSection<T> section, ImportChunks.Staged staged, ImportChunk chunk) {
        ObjectNode node = (ObjectNode) this.json.readTree(staged.body());
        UUID subject = section.subject(node);
        removeUnknown(node, section.type(), (field) -> chunk.lose(staged.position(), subject, field, "unknown",
                "is not known to this version"));
        List<FieldError> errors = new ArrayList<>();
        T value = convert(node, section.type(), errors);
        if (errors.isEmpty()) {
            return Optional.ofNullable(value);
        }
        errors.forEach((error) -> chunk.lose(staged.position(), subject, null, error.code(),
                error.field() + " " + error.message()));
        if (subject != null) {
            chunk.leaveOut(subject);
        }
        return Optional.empty();
    }

    private static void removeUnknown(ObjectNode node, Class<?> type, Consumer<String> lost) {
        Set<String> known = MEMBERS.get(type);
        List<String> unknown = node.propertyNames().stream().filter((name) -> !known.contains(name)).toList();
        unknown.forEach((name) -> {
            JsonNode value = node.remove(name);
            // What says nothing is not lost.
            if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
                lost.accept(name);
            }
        });
    }

    private <T> @Nullable T convert(ObjectNode node, Class<T> type, List<FieldError> errors) {
        try {
            T value = this.json.treeToValue(node, type);
            var violations = this.validator.validate(value);
            if (!violations.isEmpty()) {
                errors.addAll(InvalidException.violations(violations).errors());
            }
            return value;
        } catch (JacksonException ex) {
            List<FieldError> found = UnreadableBody.problem(ex).errors();
            errors.addAll(found.isEmpty() ? List.of(new FieldError("item", "invalid", "cannot be read")) : found);
            return null;
        }
    }

}

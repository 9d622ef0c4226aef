package com.taskflow.task;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.error.PreconditionException;
import com.taskflow.task.BatchRequest.Item;

/** Does the changes of a batch one by one, each held to what it would be held to alone. */
@Component
class BatchItems {

    private final TaskEdits edits;

    private final JsonMapper json;

    private final Validator validator;

    BatchItems(TaskEdits edits, JsonMapper json, Validator validator) {
        this.edits = edits;
        this.json = json;
        this.validator = validator;
    }

    /**
     * What one change came to.
     *
     * @param task null after a deletion
     */
    record Done(int status, @Nullable Task task) {

    }

    /**
     * Does it.
     * @param taken ids that no new task may have; a new one's is added
     * @throws com.taskflow.platform.error.ProblemException when it is refused, and nothing was changed
     */
    Done run(TaskOperation operation, Item item, Set<UUID> taken) {
        return switch (item.op()) {
            case CREATE -> create(operation, item, taken);
            case UPDATE -> {
                UpdateTaskRequest patch = read(item, UpdateTaskRequest.class);
                Task task = operation.live(id(item));
                requireVersion(item, task);
                this.edits.update(operation, task, patch, item.ifVersion() != null);
                yield new Done(200, task);
            }
            case DELETE -> delete(operation, item);
            case RESTORE -> restore(operation, item);
        };
    }

    private Done create(TaskOperation operation, Item item, Set<UUID> taken) {
        if (item.ifVersion() != null) {
            throw InvalidException.field("ifVersion", "unknown", "is not for a task that is to be created");
        }
        CreateTaskRequest request = read(item, CreateTaskRequest.class);
        if (request.id() != null) {
            throw InvalidException.field("fields.id", "unknown", "stands beside fields, not in them");
        }
        Task task = this.edits.create(operation, request.withId(item.id()), taken);
        taken.add(task.id());
        return new Done(201, task);
    }

    private static Done delete(TaskOperation operation, Item item) {
        requireNoFields(item);
        Task task = operation.find(id(item)).orElseThrow(() -> NotFoundException.of("task", id(item)));
        if (!task.isTrashed()) {
            requireVersion(item, task);
            operation.trash(task);
        }
        return new Done(204, null);
    }

    private static Done restore(TaskOperation operation, Item item) {
        requireNoFields(item);
        Task task = operation.find(id(item)).orElseThrow(() -> NotFoundException.of("task", id(item)));
        requireVersion(item, task);
        if (task.isTrashed()) {
            operation.restore(task);
        }
        return new Done(200, task);
    }

    private static UUID id(Item item) {
        if (item.id() == null) {
            throw InvalidException.field("id", "required", "is needed: which task is it?");
        }
        return item.id();
    }

    private static void requireNoFields(Item item) {
        if (hasFields(item)) {
            throw InvalidException.field("fields", "unknown", "is for creating and updating only");
        }
    }

    /** The version that the task had before this batch, or has now when the batch has not changed it. */
    private static void requireVersion(Item item, Task task) {
        if (item.ifVersion() != null && item.ifVersion() != task.toResponse().version()) {
            throw PreconditionException.failed(task.entityTag().header());
        }
    }

    private static boolean hasFields(Item item) {
        return item.fields() != null && !item.fields().isNull();
    }

    private <T> T read(Item item, Class<T> type) {
        JsonNode fields = hasFields(item) ? item.fields() : this.json.createObjectNode();
        T request;
        try {
            request = this.json.treeToValue(fields, type);
        } catch (JacksonException ex) {
            throw InvalidException.unreadable("fields", ex);
        }
        List<ConstraintViolation<T>> violations = List.copyOf(this.validator.validate(request));
        if (!violations.isEmpty()) {
            throw InvalidException.violations(violations).within("fields");
        }
        return request;
    }

}

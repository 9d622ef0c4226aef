package com.taskflow.task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.FieldError;

/** Does the inverse of changes that the log has. */
@Component
class ChangeReversal {

    private final JsonMapper json;

    ChangeReversal(JsonMapper json) {
        this.json = json;
    }

    /** @throws ConflictException {@code undo-conflict}, with every field that is not what the change made of it */
    void requireUnchanged(List<TaskChange> changes, List<Task> tasks) {
        List<FieldError> errors = new ArrayList<>();
        IntStream.range(0, changes.size()).forEach((i) -> differing(changes.get(i), tasks.get(i))
                .forEach((field) -> errors.add(new FieldError(field.wireName(), "changed",
                        "was changed again since, on task " + tasks.get(i).id()))));
        if (!errors.isEmpty()) {
            throw conflict(errors);
        }
    }

    private Set<TaskField> differing(TaskChange change, Task task) {
        Set<TaskField> touched = (change.kind() == ChangeKind.CREATED)
                ? EnumSet.allOf(TaskField.class)
                : EnumSet.copyOf(change.fields().keySet());
        touched.removeIf((field) -> {
            FieldChange made = change.fields().get(field);
            return isSame(field, field.read(task), (made != null) ? made.to() : null);
        });
        return touched;
    }

    /** Of the trash it counts whether the task is there, not since when. */
    private boolean isSame(TaskField field, @Nullable Object now, @Nullable Object made) {
        return (field == TaskField.DELETED_AT) ? (now == null) == (made == null) : Objects.equals(logged(now), made);
    }

    /** As the value looks when it has been in the log. */
    private @Nullable Object logged(@Nullable Object value) {
        return this.json.convertValue(value, Object.class);
    }

    /** Sets back what the changes made of the tasks, which stand in the same order. */
    void revert(TaskOperation operation, List<TaskChange> changes, List<Task> tasks) {
        for (int i = 0; i < changes.size(); i++) {
            revert(operation, changes.get(i), tasks.get(i));
        }
        // Only now: on the way there a task may stand under one that is not back yet.
        for (int i = 0; i < changes.size(); i++) {
            checkParent(operation, changes.get(i), tasks.get(i));
        }
    }

    private void revert(TaskOperation operation, TaskChange change, Task task) {
        switch (change.kind()) {
            case CREATED, RESTORED -> operation.trash(task);
            case TRASHED -> task.restore();
            case UPDATED, PURGED -> {
                // Neither comes from the trash nor goes there.
            }
        }
        if (change.kind() != ChangeKind.CREATED) {
            change.fields().forEach((field, values) -> field.revert(task, values.from(), this.json, operation.zone()));
        }
    }

    private static void checkParent(TaskOperation operation, TaskChange change, Task task) {
        UUID parent = task.parentId();
        if (parent == null) {
            return;
        }
        if (task.isTrashed()) {
            requireThere(operation, parent);
        } else if (change.fields().containsKey(TaskField.PARENT_ID)) {
            requireParent(operation, task, parent);
        } else if (change.kind() == ChangeKind.TRASHED && operation.findLive(parent).isEmpty()) {
            task.nestUnder(null);
        }
    }

    /** In the trash a task may stand under anything but what was ended for good. */
    private static void requireThere(TaskOperation operation, UUID parent) {
        if (operation.find(parent).isEmpty()) {
            throw conflict(List.of(new FieldError(TaskField.PARENT_ID.wireName(), "invalid_reference",
                    "cannot be set back: that task was ended for good")));
        }
    }

    private static void requireParent(TaskOperation operation, Task task, UUID parent) {
        try {
            TaskTree.requireParent(operation, task.id(), parent);
        } catch (ConflictException ex) {
            throw conflict(List.of(new FieldError(TaskField.PARENT_ID.wireName(), "invalid_reference",
                    "cannot be set back: that task is in the trash, gone, or below this one by now")));
        }
    }

    private static ConflictException conflict(List<FieldError> errors) {
        return ConflictException.of("undo-conflict", "What it did was changed since: nothing was undone.", errors);
    }

}

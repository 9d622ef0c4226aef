package com.taskflow.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What there is about a task that an operation changes and the log keeps: named as in the API, read, and set back. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions are.
enum TaskField {

    TITLE("title", String.class, Task::title, always(Task::retitle)),
    DESCRIPTION("description", String.class, Task::description, (task, value, _) -> task.describe(value)),
    STATUS("status", TaskStatus.class, Task::status, always((task, value) -> task.reset(value, task.completedAt()))),
    COMPLETED_AT("completedAt", Instant.class, Task::completedAt,
            (task, value, _) -> task.reset(task.status(), value)),
    PRIORITY("priority", TaskPriority.class, Task::priority, always(Task::prioritize)),
    DUE("due", Due.class, Task::due, Task::reschedule),
    RECURRENCE("recurrence", Recurrence.class, Task::recurrence, (task, value, _) -> task.recur(value)),
    /** Null rather than empty, so that what was created before there were any can be undone. */
    REMINDERS("reminders", String[].class, (task) -> task.reminders().isEmpty() ? null : task.reminders(),
            (task, value, _) -> task.remind((value != null) ? List.of(value) : List.of())),
    RANK("rank", String.class, Task::rank, always(Task::rank)),
    LABELS("labels", String[].class, Task::labels, always((task, value) -> task.label(List.of(value)))),
    PARENT_ID("parentId", UUID.class, Task::parentId, (task, value, _) -> task.nestUnder(value)),
    /** Since when it is in the trash: an operation puts it there or takes it back, and so does its undo. */
    DELETED_AT("deletedAt", Instant.class, Task::deletedAt, (_, _, _) -> {
    });

    private final String wireName;

    private final Function<Task, @Nullable Object> reader;

    private final Reverting reverting;

    <T> TaskField(String wireName, Class<T> type, Function<Task, @Nullable Object> reader, Writer<T> writer) {
        this.wireName = wireName;
        this.reader = reader;
        this.reverting = (task, logged, json, zone) -> writer.write(task, json.convertValue(logged, type), zone);
    }

    private static <T> Writer<T> always(BiConsumer<Task, T> writer) {
        return (task, value, _) -> writer.accept(task, Objects.requireNonNull(value));
    }

    @JsonValue
    String wireName() {
        return this.wireName;
    }

    @Nullable
    Object read(Task task) {
        return this.reader.apply(task);
    }

    /** What the log has; a field that only a later release of the service knows is left out. */
    static Map<TaskField, FieldChange> byName(Map<String, FieldChange> changes) {
        Map<TaskField, FieldChange> known = new EnumMap<>(TaskField.class);
        for (TaskField field : values()) {
            FieldChange change = changes.get(field.wireName);
            if (change != null) {
                known.put(field, change);
            }
        }
        return known;
    }

    /** All that there is about a task now. */
    static Map<TaskField, @Nullable Object> readAll(Task task) {
        Map<TaskField, @Nullable Object> values = new EnumMap<>(TaskField.class);
        for (TaskField field : values()) {
            values.put(field, field.read(task));
        }
        return values;
    }

    /** What is different now from what was read before, which is nothing for a new task. */
    static Map<TaskField, FieldChange> changes(@Nullable Map<TaskField, @Nullable Object> before, Task task) {
        Map<TaskField, @Nullable Object> old = (before != null) ? before : Collections.emptyMap();
        Map<TaskField, FieldChange> changes = new EnumMap<>(TaskField.class);
        for (TaskField field : values()) {
            Object from = old.get(field);
            Object to = field.read(task);
            if (!Objects.equals(from, to)) {
                changes.put(field, new FieldChange(from, to));
            }
        }
        return changes;
    }

    /** Sets the field to a value that the log has. */
    void revert(Task task, @Nullable Object logged, JsonMapper json, ZoneId ownerZone) {
        this.reverting.revert(task, logged, json, ownerZone);
    }

    private interface Writer<T> {

        void write(Task task, @Nullable T value, ZoneId ownerZone);

    }

    private interface Reverting {

        void revert(Task task, @Nullable Object logged, JsonMapper json, ZoneId ownerZone);

    }

}

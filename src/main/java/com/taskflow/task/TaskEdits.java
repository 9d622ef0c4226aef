package com.taskflow.task;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.persistence.Identifiers;

/** Does what requests ask for to the tasks of an operation. A refusal comes before anything is changed. */
@Component
class TaskEdits {

    private final TaskRecurrences recurrences;

    TaskEdits(TaskRecurrences recurrences) {
        this.recurrences = recurrences;
    }

    /**
     * A new task, ranked last among its owner's.
     * @param taken ids that the owner has, or had
     * @throws ConflictException {@code id-taken}, or {@code invalid-reference} for the parent
     */
    Task create(TaskOperation operation, CreateTaskRequest request, Set<UUID> taken) {
        UUID id = Identifiers.chosenOrNext(request.id());
        if (taken.contains(id)) {
            throw ConflictException.of("id-taken", "You have, or had, a task with this id.");
        }
        if (request.parentId() != null) {
            TaskTree.requireParent(operation, null, request.parentId());
        }
        List<String> reminders = (request.reminders() != null) ? Reminder.specs(request.reminders()) : List.of();
        if (request.due() != null) {
            request.due().requireWritable(operation.zone());
        }
        Task task = new Task(new TaskId(operation.owner(), id), request.title(), operation.nextCreation(),
                operation.at());
        task.describe(request.description());
        task.reschedule(request.due(), operation.zone());
        if (request.recurrence() != null) {
            TaskRecurrences.start(task, request.recurrence());
        }
        task.remind(reminders);
        if (request.status() != null) {
            task.moveTo(request.status(), operation.at());
        }
        if (request.priority() != null) {
            task.prioritize(request.priority());
        }
        if (request.rank() != null) {
            task.rank(request.rank());
        }
        if (request.labels() != null) {
            task.label(request.labels());
        }
        task.nestUnder(request.parentId());
        return operation.create(task);
    }

    /**
     * Applies the patch.
     * @param guarded whether the request says which state of the task it is about
     * @throws ConflictException {@code invalid-reference} for the parent, {@code occurrence-mismatch}
     */
    void update(TaskOperation operation, Task task, UpdateTaskRequest patch, boolean guarded) {
        patch.parentId().ifPresent((parent) -> {
            if (parent != null) {
                TaskTree.requireParent(operation, task.id(), parent);
            }
        });
        JsonNullable<List<String>> reminders = patch.reminders().map(Reminder::specs);
        updateTime(operation, task, patch, guarded);
        reminders.ifPresent(task::remind);
        patch.title().ifPresent(task::retitle);
        patch.description().ifPresent(task::describe);
        patch.priority().ifPresent(task::prioritize);
        patch.rank().ifPresent(task::rank);
        patch.labels().ifPresent(task::label);
        patch.parentId().ifPresent(task::nestUnder);
    }

    /** When it is due and comes again, and whether it is done: of a task that comes again that ends one occurrence. */
    private void updateTime(TaskOperation operation, Task task, UpdateTaskRequest patch, boolean guarded) {
        if (patch.endsOccurrence(task)) {
            this.recurrences.end(operation, task, OccurrenceStatus.DONE, patch.occurrenceName(), guarded);
            return;
        }
        Due due = patch.due().isPresent() ? merged(patch.due().get(), task.due()) : task.due();
        if (patch.due().isPresent() && due != null) {
            due.requireWritable(operation.zone());
        }
        Recurrence recurrence = this.recurrences.updated(task, patch, due);
        if (patch.due().isPresent()) {
            task.reschedule(due, operation.zone());
        }
        task.recur(recurrence);
        patch.status().ifPresent((status) -> task.moveTo(status, operation.at()));
    }

    private static @Nullable Due merged(@Nullable DuePatch patch, @Nullable Due old) {
        return (patch != null) ? patch.applyTo(old) : null;
    }

}

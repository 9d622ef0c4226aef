package com.taskflow.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.CurrentUser;

/**
 * Takes operations back: an operation of its own that does the inverse of each change, and can be taken back itself. It is
 * done as a whole, and only while what the operation made of the tasks still holds.
 */
@Service
class UndoService {

    private static final Duration KEPT = Duration.ofDays(30);

    private final TaskOperations operations;

    private final ChangeLog log;

    private final ChangeReversal reversal;

    UndoService(TaskOperations operations, ChangeLog log, ChangeReversal reversal) {
        this.operations = operations;
        this.log = log;
        this.reversal = reversal;
    }

    /**
     * Undoes an operation of the user's, of whichever session.
     * @throws NotFoundException when the log has no such operation
     * @throws ConflictException {@code not-undoable} when it is too old or something was ended for good;
     * {@code undo-conflict} when fields have changed since, and which
     */
    Written<UndoResponse> undo(CurrentUser actor, UUID id) {
        return this.operations.write(actor, (operation) -> {
            List<TaskChange> changes = changes(operation, id);
            operation.load(mentioned(changes));
            List<Task> tasks = changes.stream().map((change) -> find(operation, change)).toList();
            this.reversal.requireUnchanged(changes, tasks);
            this.reversal.revert(operation, changes, tasks);
            return tasks;
        }, UndoService::response);
    }

    private List<TaskChange> changes(TaskOperation operation, UUID id) {
        List<ChangeLog.Entry> entries = this.log.ofOperation(operation.owner(), id);
        if (entries.isEmpty()) {
            throw NotFoundException.of("operation", id);
        }
        if (entries.getFirst().at().isBefore(operation.at().minus(KEPT))) {
            throw notUndoable("It was done more than 30 days ago.");
        }
        List<TaskChange> changes = new ArrayList<>(entries.stream().map(ChangeLog.Entry::change).toList());
        if (changes.stream().anyMatch((change) -> change.kind() == ChangeKind.PURGED)) {
            throw notUndoable("What was ended for good cannot be brought back.");
        }
        return changes.reversed();
    }

    private static Collection<UUID> mentioned(List<TaskChange> changes) {
        Set<UUID> ids = new HashSet<>();
        changes.forEach((change) -> {
            ids.add(change.taskId());
            Stream.ofNullable(change.fields().get(TaskField.PARENT_ID)).map(FieldChange::from)
                    .filter(Objects::nonNull).map((parent) -> UUID.fromString(parent.toString())).forEach(ids::add);
        });
        return ids;
    }

    private static Task find(TaskOperation operation, TaskChange change) {
        return operation.find(change.taskId())
                .orElseThrow(() -> notUndoable("A task that it changed was ended for good since."));
    }

    private static ConflictException notUndoable(String reason) {
        return ConflictException.of("not-undoable", reason);
    }

    private static UndoResponse response(List<Task> tasks) {
        List<TaskResponse> items = tasks.stream().filter((task) -> !task.isTrashed()).map(Task::toResponse).toList();
        List<UUID> removed = tasks.stream().filter(Task::isTrashed).map(Task::id).toList();
        return new UndoResponse(items, removed);
    }

}

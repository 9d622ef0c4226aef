package com.taskflow.task;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** Deleting tasks, bringing them back, and ending them for good. What is below a task goes and comes with it. */
@Service
class TrashService {

    private final TaskOperations operations;

    TrashService(TaskOperations operations) {
        this.operations = operations;
    }

    /** Moves the task to the trash; of one that is there already nothing is asked. */
    Written<Task> trash(CurrentUser actor, UUID id, IfMatch condition) {
        return change(actor, id, (operation, task) -> {
            if (!task.isTrashed()) {
                condition.check(task.entityTag());
                operation.trash(task);
            }
        });
    }

    /** Takes the task from the trash; one that is not there stays where it is. */
    Written<TaskResponse> restore(CurrentUser actor, UUID id) {
        Written<Task> written = change(actor, id, (operation, task) -> {
            if (task.isTrashed()) {
                operation.restore(task);
            }
        });
        return new Written<>(written.value().toResponse(), written.operationId());
    }

    /** @throws NotFoundException also when the task is not in the trash */
    Written<Task> purge(CurrentUser actor, UUID id, IfMatch condition) {
        return change(actor, id, (operation, task) -> {
            if (!task.isTrashed()) {
                throw NotFoundException.of("task in the trash", id);
            }
            condition.check(task.entityTag());
            operation.purge(task);
        });
    }

    private Written<Task> change(CurrentUser actor, UUID id, Change change) {
        return this.operations.write(actor, (operation) -> {
            operation.load(List.of(id));
            Task task = operation.find(id).orElseThrow(() -> NotFoundException.of("task", id));
            change.make(operation, task);
            return task;
        }, (task) -> task);
    }

    private interface Change {

        void make(TaskOperation operation, Task task);

    }

}

package com.taskflow.task;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.error.UnavailableException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** What people do with single tasks. */
@Service
class TaskService {

    private final TaskRepository tasks;

    private final TaskOperations operations;

    private final TaskEdits edits;

    private final ChangeLog log;

    TaskService(TaskRepository tasks, TaskOperations operations, TaskEdits edits, ChangeLog log) {
        this.tasks = tasks;
        this.operations = operations;
        this.edits = edits;
        this.log = log;
    }

    Written<TaskResponse> create(CurrentUser actor, CreateTaskRequest request) {
        return this.operations.write(actor, (operation) -> {
            Set<UUID> taken = (request.id() != null)
                    ? this.log.taken(actor.id(), List.of(request.id()))
                    : Set.of();
            if (request.parentId() != null) {
                operation.load(List.of(request.parentId()));
            }
            return this.edits.create(operation, request, taken);
        }, Task::toResponse);
    }

    @Transactional(readOnly = true)
    TaskResponse find(CurrentUser actor, UUID id) {
        return this.tasks.findByUserIdAndIdAndDeletedAtIsNull(actor.id(), id).map(Task::toResponse)
                .orElseThrow(() -> NotFoundException.of("task", id));
    }

    /** Applies the patch; one that changes nothing leaves the task, its version, the counter and the log as they were. */
    Written<TaskResponse> update(CurrentUser actor, UUID id, UpdateTaskRequest patch, IfMatch condition) {
        try {
            return write(actor, id, patch, condition);
        } catch (UnavailableException ex) {
            if (condition.isPresent()) {
                // Whoever waited in vain behind other writes of the task has lost to them: that is 412 at any load.
                this.tasks.findByUserIdAndIdAndDeletedAtIsNull(actor.id(), id).map(Task::entityTag)
                        .ifPresent(condition::check);
            }
            throw ex;
        }
    }

    private Written<TaskResponse> write(CurrentUser actor, UUID id, UpdateTaskRequest patch, IfMatch condition) {
        return this.operations.write(actor, (operation) -> {
            patch.parentId().ifPresent((parent) -> {
                if (parent != null) {
                    operation.load(List.of(id, parent));
                }
            });
            Task task = operation.live(id);
            condition.check(task.entityTag());
            this.edits.update(operation, task, patch, condition.isPresent());
            return task;
        }, Task::toResponse);
    }

}

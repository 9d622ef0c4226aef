package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;
import com.taskflow.user.UserService;

/** What people do with single tasks. Every write takes the owner's next change number first. */
@Service
class TaskService {

    private final TaskRepository tasks;

    private final TaskTree tree;

    private final ChangeCounter counter;

    private final OwnerTransactions transactions;

    private final UserService users;

    private final Clock clock;

    TaskService(TaskRepository tasks, TaskTree tree, ChangeCounter counter, OwnerTransactions transactions,
            UserService users, Clock clock) {
        this.tasks = tasks;
        this.tree = tree;
        this.counter = counter;
        this.transactions = transactions;
        this.users = users;
        this.clock = clock;
    }

    TaskResponse create(CurrentUser actor, CreateTaskRequest request) {
        UUID id = (request.id() != null) ? request.id() : Identifiers.next();
        if (!Identifiers.isVersion7(id)) {
            throw InvalidException.field("id", "format", "must be a UUIDv7");
        }
        TaskId key = new TaskId(actor.id(), id);
        return this.transactions.write(actor.id(), (_) -> {
            long seq = this.counter.next(actor.id());
            if (request.id() != null && this.tasks.existsById(key)) {
                throw ConflictException.of("id-taken", "You have, or had, a task with this id.");
            }
            return this.tasks.saveAndFlush(newTask(key, request, seq)).toResponse();
        });
    }

    private Task newTask(TaskId key, CreateTaskRequest request, long seq) {
        Instant now = this.clock.instant();
        Task task = new Task(key, request.title(), seq, now);
        task.describe(request.description());
        task.reschedule(request.due(), zoneFor(request.due(), key.userId()));
        if (request.status() != null) {
            task.moveTo(request.status(), now);
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
        if (request.parentId() != null) {
            this.tree.requireParent(key, request.parentId());
            task.nestUnder(request.parentId());
        }
        return task;
    }

    @Transactional(readOnly = true)
    TaskResponse find(CurrentUser actor, UUID id) {
        return live(actor, id).toResponse();
    }

    /** Applies the patch; one that changes nothing leaves the task, its version and the counter as they were. */
    TaskResponse update(CurrentUser actor, UUID id, UpdateTaskRequest patch, IfMatch condition) {
        return this.transactions.write(actor.id(), (transaction) -> {
            long seq = this.counter.next(actor.id());
            Task task = live(actor, id);
            TaskResponse before = task.toResponse();
            condition.check(before.entityTag(actor.id()));
            Instant now = this.clock.instant();
            apply(patch, task, now);
            return task.toResponse().equals(before) ? unchanged(before, transaction) : store(task, seq, now);
        });
    }

    private void apply(UpdateTaskRequest patch, Task task, Instant now) {
        patch.title().ifPresent(task::retitle);
        patch.description().ifPresent(task::describe);
        patch.status().ifPresent((status) -> task.moveTo(status, now));
        patch.priority().ifPresent(task::prioritize);
        patch.rank().ifPresent(task::rank);
        patch.labels().ifPresent(task::label);
        patch.due().ifPresent((changes) -> {
            Due due = (changes != null) ? changes.applyTo(task.due()) : null;
            task.reschedule(due, zoneFor(due, task.userId()));
        });
        patch.parentId().ifPresent((parent) -> {
            if (parent != null) {
                this.tree.requireParent(new TaskId(task.userId(), task.id()), parent);
            }
            task.nestUnder(parent);
        });
    }

    /** Takes back the change number, and whatever was set to what it was already. */
    private static TaskResponse unchanged(TaskResponse task, TransactionStatus transaction) {
        transaction.setRollbackOnly();
        return task;
    }

    /** Moves the task to the trash; of one that is there already nothing is asked. */
    void delete(CurrentUser actor, UUID id, IfMatch condition) {
        this.transactions.<@Nullable Void>write(actor.id(), (transaction) -> {
            long seq = this.counter.next(actor.id());
            Task task = this.tasks.findById(new TaskId(actor.id(), id)).orElseThrow(() -> notFound(id));
            if (task.isTrashed()) {
                transaction.setRollbackOnly();
                return null;
            }
            condition.check(task.toResponse().entityTag(actor.id()));
            Instant now = this.clock.instant();
            task.trash(now);
            store(task, seq, now);
            return null;
        });
    }

    private TaskResponse store(Task task, long seq, Instant now) {
        task.stamp(seq, now);
        return this.tasks.saveAndFlush(task).toResponse();
    }

    private Task live(CurrentUser actor, UUID id) {
        return this.tasks.findByUserIdAndIdAndDeletedAtIsNull(actor.id(), id).orElseThrow(() -> notFound(id));
    }

    private static NotFoundException notFound(UUID id) {
        return NotFoundException.of("task", id);
    }

    /** The owner's zone where it matters; looking it up costs a statement. */
    private ZoneId zoneFor(@Nullable Due due, UUID owner) {
        return (due != null && due.followsOwner()) ? this.users.timeZone(owner) : ZoneOffset.UTC;
    }

}

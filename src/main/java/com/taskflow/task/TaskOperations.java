package com.taskflow.task;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;

/**
 * The one way to write tasks: takes the owner's next change number, lets the work be done, and stores what changed
 * together with its entries in the change log, in one transaction.
 */
@Component
class TaskOperations {

    private final TaskRepository tasks;

    private final ChangeCounter counter;

    private final ChangeLog log;

    private final OwnerTransactions transactions;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    TaskOperations(TaskRepository tasks, ChangeCounter counter, ChangeLog log, OwnerTransactions transactions,
            ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.counter = counter;
        this.log = log;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Runs one operation of a signed-in user.
     * @param work may run again after a deadlock; an exception undoes it
     * @param answer is made of the work's result when the tasks have their new versions
     */
    <R, T extends @Nullable Object> Written<T> write(CurrentUser actor, Function<TaskOperation, R> work,
            Function<R, T> answer) {
        return write(actor.id(), actor.sessionId(), work, answer);
    }

    /** Runs an operation that nobody asked for just now. */
    void write(UUID owner, Function<TaskOperation, ?> work) {
        write(owner, null, work, (_) -> owner);
    }

    /** @param session whence it is asked for, null when nobody does just now */
    <R, T extends @Nullable Object> Written<T> write(UUID owner, @Nullable UUID session,
            Function<TaskOperation, R> work, Function<R, T> answer) {
        return this.transactions.write(owner, (_) -> {
            TaskOperation operation = new TaskOperation(owner, this.counter.next(owner), this.clock.instant(),
                    this.tasks);
            R result = work.apply(operation);
            boolean changed = store(operation, session);
            return new Written<>(answer.apply(result), changed ? operation.id() : null);
        });
    }

    private boolean store(TaskOperation operation, @Nullable UUID session) {
        List<TaskChange> changes = operation.settle();
        this.counter.adjust(operation.owner(), changes.size() - 1);
        if (changes.isEmpty()) {
            return false;
        }
        this.tasks.flush();
        this.log.append(operation, session, changes);
        this.events.publishEvent(new TasksStored(operation, changes));
        publish(operation.owner(), changes);
        return true;
    }

    private void publish(UUID owner, List<TaskChange> changes) {
        Set<String> labels = changes.stream().flatMap((change) -> change.newLabels().stream())
                .collect(Collectors.toSet());
        if (!labels.isEmpty()) {
            this.events.publishEvent(new TasksLabelled(owner, labels));
        }
        this.events.publishEvent(new TasksChanged(owner, changes.getLast().seq()));
    }

}

package com.taskflow.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.user.UserService;

/**
 * Keeps the ledger in step with the tasks: whatever changes one, an undo or the time zone too, what is waiting for it is
 * what its reminders mean now. Runs in the transaction that changes the task.
 */
@Component
class ReminderPlanner {

    static final JobType<Order> JOB = new JobType<>("reminder", Order.class);

    static final String MAIL = "mail";

    /** How far back a new reminder may lie and still be sent: a request takes its time. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final Set<TaskField> MATTER = EnumSet.of(TaskField.DUE, TaskField.STATUS, TaskField.REMINDERS,
            TaskField.DELETED_AT);

    private final ReminderLedger ledger;

    private final Jobs jobs;

    private final UserService users;

    private final TaskRepository tasks;

    private final Clock clock;

    ReminderPlanner(ReminderLedger ledger, Jobs jobs, UserService users, TaskRepository tasks, Clock clock) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.users = users;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A reminder to be sent, as it stands in the queue. */
    record Order(UUID userId, UUID reminderId) {

    }

    @EventListener
    void on(TasksStored event) {
        event.changes().forEach((change) -> {
            Set<TaskField> fields = change.fields().keySet();
            if (!Collections.disjoint(fields, MATTER)) {
                event.operation().find(change.taskId())
                        .filter((task) -> !task.reminders().isEmpty() || fields.contains(TaskField.REMINDERS))
                        .ifPresent((task) -> plan(task, event.operation().at()));
            }
        });
    }

    @EventListener
    void on(TasksImported event) {
        Instant now = this.clock.instant();
        event.ids().forEach((id) -> this.tasks.findById(new TaskId(event.owner(), id))
                .ifPresent((task) -> plan(task, now)));
    }

    /** Suppresses what is not meant any more and plans what is meant now. */
    void plan(Task task, Instant now) {
        ReminderReason reason = over(task);
        List<ReminderLedger.Planned> planned = (reason != null) ? List.of() : planned(task).toList();
        this.ledger.suppressOthers(task, planned, (reason != null) ? reason : ReminderReason.CHANGED, now);
        planned.forEach((each) -> add(task, each, now));
    }

    private static @Nullable ReminderReason over(Task task) {
        if (task.isTrashed()) {
            return ReminderReason.TRASHED;
        }
        return (task.status() == TaskStatus.DONE) ? ReminderReason.DONE : null;
    }

    private Stream<ReminderLedger.Planned> planned(Task task) {
        Due due = task.due();
        ZoneId zone = (due != null && due.followsOwner()) ? this.users.timeZone(task.userId()) : ZoneOffset.UTC;
        Instant dueAt = (due != null) ? due.at(zone) : null;
        return task.reminders().stream().flatMap((spec) -> Reminder.ofSpec(spec).instant(due, zone)
                .map((at) -> new ReminderLedger.Planned(spec, dueAt, at)).stream());
    }

    private void add(Task task, ReminderLedger.Planned planned, Instant now) {
        boolean past = planned.remindAt().isBefore(now.minus(LEEWAY));
        this.ledger.add(task, MAIL, planned, past ? ReminderReason.PAST : null, now).filter((_) -> !past)
                .ifPresent((id) -> this.jobs.enqueueAfter(delay(now, planned.remindAt()), JOB,
                        new Order(task.userId(), id)));
    }

    private static Duration delay(Instant now, Instant at) {
        return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    }

}

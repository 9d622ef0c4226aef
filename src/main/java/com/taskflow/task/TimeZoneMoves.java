package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.platform.jobs.JobsDatabase;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.user.TimeZoneChanged;
import com.taskflow.user.UserService;

/**
 * Moves all-day and floating due dates into their owner's new time zone: what is stored of them is an instant. What
 * most owners have goes with the change of the zone itself, so that the next list is right. A job does the rest, and
 * what was written at that moment, in chunks, each a transaction in which the owner's other writes wait. The tasks stay
 * as they are to everybody, with their versions and histories; at the end the change counter goes up, by a number whose
 * entry in the log names no task, so that no list tag of before holds. Doing it twice, or for two moves at once, ends
 * in the zone that the owner has then.
 */
@Component
class TimeZoneMoves {

    static final JobType<Order> JOB = new JobType<>("time-zone", Order.class);

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Jobs jobs;

    private final OwnerTransactions transactions;

    private final ChangeCounter counter;

    private final UserService users;

    private final ReminderPlanner reminders;

    private final TaskRepository tasks;

    private final Clock clock;

    TimeZoneMoves(Jobs jobs, OwnerTransactions transactions, ChangeCounter counter,
            UserService users, ReminderPlanner reminders, TaskRepository tasks, Clock clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.counter = counter;
        this.users = users;
        this.reminders = reminders;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Whose tasks are to be moved, as it stands in the queue. */
    record Order(UUID userId) {

    }

    @EventListener
    void on(TimeZoneChanged event) {
        UUID owner = event.userId();
        if (this.counter.tryLock(owner)) {
            moveChunk(owner, BEFORE_ALL);
            this.counter.mark(owner);
        }
        // Also for a task that is being created: it waits for the lock, and has read the old zone.
        this.jobs.enqueue(JOB, new Order(owner));
    }

    /** Moves everything of an owner's. */
    void run(UUID job, Order order) {
        UUID owner = order.userId();
        if (this.users.findContact(owner).isEmpty()) {
            return;
        }
        for (UUID after = BEFORE_ALL; after != null;) {
            after = moveChunk(owner, after);
        }
        this.transactions.write(owner, (_) -> {
            this.counter.mark(owner);
            return owner;
        });
    }

    /** @return the last of the chunk, null when there are no more */
    private @Nullable UUID moveChunk(UUID owner, UUID after) {
        return this.transactions.<@Nullable UUID>write(owner, (_) -> {
            // The owner's lock comes before those of tasks.
            this.counter.lock(owner);
            ZoneId zone = this.users.timeZone(owner);
            List<Task> chunk = this.tasks.findFollowingOwner(owner, after, JobsDatabase.CHUNK);
            this.tasks.moveDue(owner, chunk.stream().map(Task::id).toArray(UUID[]::new),
                    chunk.stream().map((task) -> instant(task, zone)).toArray(String[]::new));
            Instant now = this.clock.instant();
            chunk.stream().filter((task) -> !task.reminders().isEmpty())
                    .forEach((task) -> this.reminders.plan(task, now));
            return (chunk.size() == JobsDatabase.CHUNK) ? chunk.getLast().id() : null;
        });
    }

    private static @Nullable String instant(Task task, ZoneId zone) {
        Due due = task.due();
        return (due != null) ? TaskRows.text(due.at(zone)) : null;
    }

}

package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends reminders, as jobs, and says what they are about. */
@Service
public class ReminderService {

    private static final String TEXT = """
            select t.title, t.due_date, t.due_time, t.due_zone from reminder r
            join task t on t.user_id = r.user_id and t.id = r.task_id
            where r.user_id = ? and r.id = ? and t.deleted_at is null and t.status <> 'done'""";

    private final ReminderLedger ledger;

    private final JdbcClient jdbc;

    private final ApplicationEventPublisher events;

    private final ReminderProperties properties;

    private final Clock clock;

    ReminderService(ReminderLedger ledger, JdbcClient jdbc, ApplicationEventPublisher events,
            ReminderProperties properties, Clock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Decides about a reminder whose time has come and publishes {@link ReminderDue} when it is to be sent. The row is
     * locked: a job that runs twice, or beside a change of the task, finds it decided.
     */
    @Transactional
    void send(UUID job, ReminderPlanner.Order order) {
        Instant now = this.clock.instant();
        this.ledger.lock(order.userId(), order.reminderId()).ifPresent((waiting) -> {
            if (waiting.remindAt().plus(this.properties.grace()).isBefore(now)) {
                decide(order, ReminderStatus.SUPPRESSED, now);
            } else {
                decide(order, ReminderStatus.SENT, now);
                this.events.publishEvent(new ReminderDue(order.userId(), order.reminderId(), waiting.channel()));
            }
        });
    }

    private void decide(ReminderPlanner.Order order, ReminderStatus status, Instant now) {
        ReminderReason reason = (status == ReminderStatus.SUPPRESSED) ? ReminderReason.MISSED : null;
        this.ledger.decide(order.userId(), order.reminderId(), status, reason, now);
    }

    /** What a reminder says now; empty when its task is done or gone. */
    @Transactional
    public Optional<ReminderText> findText(UUID userId, UUID reminderId) {
        return this.jdbc.sql(TEXT).params(userId, reminderId).query((row, _) -> {
            Due due = TaskRows.due(row, "due");
            return new ReminderText(row.getString("title"), (due != null) ? due.describe() : null);
        }).optional();
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.Instants;

/**
 * The rows of reminders. One is added for an occurrence and channel at most once; each is decided once, under its lock.
 */
@Component
class ReminderLedger {

    private static final String ADD = """
            insert into reminder (user_id, id, task_id, channel, spec, due_at, remind_at, status, reason, decided_at)
            select n.* from (values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::timestamptz))
                n (user_id, id, task_id, channel, spec, due_at, remind_at, status, reason, decided_at)
            where not exists (select 1 from reminder r where r.user_id = n.user_id and r.task_id = n.task_id
                and r.channel = n.channel and r.remind_at = n.remind_at and r.spec = n.spec
                and r.reason in ('past', 'missed'))
            on conflict (user_id, task_id, channel, remind_at, spec) where status in ('scheduled', 'sent') do nothing""";

    private static final String SUPPRESS_OTHERS = """
            update reminder set status = 'suppressed', reason = ?, decided_at = ?
            where user_id = ? and task_id = ? and status = 'scheduled'
                and not (spec, remind_at) in (select * from unnest(?::text[], ?::timestamptz[]))""";

    private static final String DECIDE = """
            update reminder set status = ?, reason = ?, decided_at = ?
            where user_id = ? and id = ? and status = 'scheduled'""";

    private final JdbcClient jdbc;

    ReminderLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be sent when. */
    record Planned(String spec, @Nullable Instant dueAt, Instant remindAt) {

    }

    /** @return the new row's id; empty when the occurrence has this reminder already, sent or waiting */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> add(Task task, String channel, Planned planned, @Nullable ReminderReason reason,
            Instant now) {
        UUID id = Identifiers.next();
        ReminderStatus status = (reason != null) ? ReminderStatus.SUPPRESSED : ReminderStatus.SCHEDULED;
        int added = this.jdbc.sql(ADD)
                .params(Arrays.asList(task.userId(), id, task.id(), channel, planned.spec(),
                        (planned.dueAt() != null) ? at(planned.dueAt()) : null, at(planned.remindAt()),
                        status.wireName(),
                        (reason != null) ? reason.wireName() : null, (reason != null) ? at(now) : null))
                .update();
        return (added > 0) ? Optional.of(id) : Optional.empty();
    }

    /** Gives up what is waiting for the task and is not planned any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suppressOthers(Task task, Collection<Planned> planned, ReminderReason reason, Instant now) {
        this.jdbc.sql(SUPPRESS_OTHERS).params(reason.wireName(), at(now), task.userId(), task.id(),
                planned.stream().map(Planned::spec).toArray(String[]::new),
                planned.stream().map((each) -> TaskRows.text(each.remindAt())).toArray(String[]::new)).update();
    }

    /** When it is to be sent; empty unless it is still waiting. Locks the row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Waiting> lock(UUID owner, UUID id) {
        return this.jdbc.sql("""
                select remind_at, channel from reminder where user_id = ? and id = ? and status = 'scheduled'
                for update""").params(owner, id)
                .query((row, _) -> new Waiting(Instants.required(row, "remind_at"), row.getString(2))).optional();
    }

    /** A reminder that is to be sent. */
    record Waiting(Instant remindAt, String channel) {

    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(UUID owner, UUID id, ReminderStatus status, @Nullable ReminderReason reason, Instant now) {
        this.jdbc.sql(DECIDE).params(Arrays.asList(status.wireName(),
                (reason != null) ? reason.wireName() : null, at(now), owner, id)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

}

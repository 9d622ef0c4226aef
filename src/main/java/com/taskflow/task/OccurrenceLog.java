package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;

/**
 * What was done and skipped of tasks that come again. An entry counts as soon as the task's number has passed it: who
 * undoes a completion sets the number back, and the entry is void.
 */
@Component
class OccurrenceLog {

    private static final String PUT = """
            insert into task_occurrence (user_id, task_id, number, occurrence_date, status, at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (user_id, task_id, number)
            do update set occurrence_date = excluded.occurrence_date, status = excluded.status, at = excluded.at""";

    private final JdbcClient jdbc;

    OccurrenceLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An occurrence that is behind. */
    record Entry(LocalDate date, OccurrenceStatus status, Instant at) {

    }

    /** Notes what becomes of the task's current occurrence, in the transaction that moves the task on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Task task, Recurrence recurrence, OccurrenceStatus status, Instant at) {
        this.jdbc.sql(PUT).params(task.userId(), task.id(), recurrence.number(), recurrence.occurrence(),
                status.wireName(), at.atOffset(ZoneOffset.UTC)).update();
    }

    /** The number that the task's next series begins with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int nextNumber(UUID owner, UUID task) {
        return this.jdbc.sql("""
                select coalesce(max(number), 0) + 1 from task_occurrence where user_id = ? and task_id = ?""")
                .params(owner, task).query(Integer.class).single();
    }

    /** What is behind on these days, in order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> between(Task task, LocalDate from, LocalDate to) {
        return this.jdbc.sql("""
                select occurrence_date, status, at from task_occurrence
                where user_id = ? and task_id = ? and number <= ? and occurrence_date between ? and ?
                order by number""")
                .params(task.userId(), task.id(), task.occurrencesBehind(), from, to)
                .query((row, _) -> new Entry(row.getObject("occurrence_date", LocalDate.class),
                        WireName.parse(OccurrenceStatus.class, row.getString("status")),
                        Instants.required(row, "at")))
                .list();
    }

}

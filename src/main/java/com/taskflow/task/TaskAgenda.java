package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.web.WireName;

/** What an owner has before them: open tasks with a due date. */
@Component
public class TaskAgenda {

    private static final int MOST = 5_000;

    private static final String SQL = """
            select id, title, description, priority, due_date, due_time, due_zone, labels, created_at, updated_at, version
            from task where user_id = ? and deleted_at is null and status <> 'done' and due_at is not null
            order by due_at desc, id limit\s"""
            + MOST;

    private final JdbcClient jdbc;

    private final ChangeCounter counter;

    TaskAgenda(JdbcClient jdbc, ChangeCounter counter) {
        this.jdbc = jdbc;
        this.counter = counter;
    }

    /**
     * A task and when it is due.
     *
     * @param priority as iCalendar counts it, 1 for the most urgent to 9
     * @param time null when it is due all day
     * @param timeZone null when the time is meant wherever its owner is
     */
    public record Entry(UUID id, String title, @Nullable String description, int priority, LocalDate date,
            @Nullable LocalTime time, @Nullable String timeZone, List<String> labels, Instant createdAt,
            Instant updatedAt, int version) {

    }

    /** A text that is another one as soon as the owner's tasks are. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public String state(UUID owner) {
        return this.counter.position(owner).toString();
    }

    /** At most 5,000, those furthest ahead. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Entry> open(UUID owner) {
        return this.jdbc.sql(SQL).param(owner).query((row, _) -> new Entry(row.getObject("id", UUID.class),
                row.getString("title"), row.getString("description"),
                urgency(WireName.parse(TaskPriority.class, row.getString("priority"))),
                row.getObject("due_date", LocalDate.class), row.getObject("due_time", LocalTime.class),
                row.getString("due_zone"), List.of((String[]) row.getArray("labels").getArray()),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"))).list();
    }

    private static int urgency(TaskPriority priority) {
        return switch (priority) {
            case URGENT -> 1;
            case HIGH -> 3;
            case MEDIUM -> 5;
            case LOW -> 9;
        };
    }

}

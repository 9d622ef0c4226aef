package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;
import com.taskflow.user.UserService;

/** What an owner has before them: open tasks with a due date. */
@Component
public class TaskAgenda {

    private static final int MOST = 5_000;

    /** Of what is left of a longer series all dates would have to be counted, for every reading. */
    private static final int MOST_COUNTED = 500;

    private static final String SQL = """
            select id, title, description, priority, due_date, due_time, due_zone, labels, created_at, updated_at, version,
                recurrence_rule, recurrence_from, anchor_date, anchor_time, anchor_zone, occurrence_date,
                occurrence_number, occurrence_first
            from task where user_id = ? and deleted_at is null and status <> 'done' and due_at is not null
            order by due_at desc, id limit\s"""
            + MOST;

    private final JdbcClient jdbc;

    private final ChangeCounter counter;

    private final UserService users;

    TaskAgenda(JdbcClient jdbc, ChangeCounter counter, UserService users) {
        this.jdbc = jdbc;
        this.counter = counter;
        this.users = users;
    }

    /**
     * A task and when it is due.
     *
     * @param priority as iCalendar counts it, 1 for the most urgent to 9
     * @param series how it comes again; null for one that does not, or not by a schedule that others understand
     */
    public record Entry(UUID id, String title, @Nullable String description, int priority, Time due,
            @Nullable Series series, List<String> labels, Instant createdAt, Instant updatedAt, int version) {

    }

    /**
     * A due date.
     *
     * @param time null when it is all day
     * @param zone null when the time is meant wherever the owner is
     */
    public record Time(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {

        static Time of(Due due) {
            return new Time(due.date(), due.time(), (due.timeZone() != null) ? ZoneId.of(due.timeZone()) : null);
        }

    }

    /**
     * What follows by the schedule.
     *
     * @param first the first of it: the current occurrence where that is due on schedule, else the one after it
     * @param rule of RFC 5545, to be counted from the first
     * @param last the last day, null when the rule says how many there are or there is no end
     */
    public record Series(Time first, String rule, @Nullable LocalDate last) {

    }

    /** A text that is another one as soon as the owner's tasks are. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public String state(UUID owner) {
        return this.counter.position(owner).toString();
    }

    /** At most 5,000, those furthest ahead. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Entry> open(UUID owner) {
        ZoneId zone = this.users.timeZone(owner);
        return this.jdbc.sql(SQL).param(owner).query((row, _) -> entry(row, zone)).list().stream()
                .flatMap(Optional::stream).toList();
    }

    /** Empty for a task of earlier releases that is due when no calendar can say. */
    private static Optional<Entry> entry(ResultSet row, ZoneId zone) throws SQLException {
        Due due = Objects.requireNonNull(TaskRows.due(row, "due"));
        if (!due.followsOwner() && !due.isWritable(zone)) {
            return Optional.empty();
        }
        return Optional.of(new Entry(row.getObject("id", UUID.class), row.getString("title"),
                row.getString("description"),
                urgency(WireName.parse(TaskPriority.class, row.getString("priority"))), Time.of(due),
                series(TaskRows.recurrence(row), due, zone),
                List.of((String[]) row.getArray("labels").getArray()), Instants.required(row, "created_at"),
                Instants.required(row, "updated_at"), row.getInt("version")));
    }

    private static @Nullable Series series(@Nullable Recurrence recurrence, Due due, ZoneId zone) {
        if (recurrence == null || recurrence.from() == RecurrenceFrom.COMPLETION) {
            return null;
        }
        RecurrenceSeries series = recurrence.series(zone);
        RecurrenceRule rule = series.rule();
        String portable = rule.portable(series.anchor().date()).orElse(null);
        if (portable == null || (rule.hasCount() && rule.count() > MOST_COUNTED)) {
            return null;
        }
        LocalDate from = recurrence.isOnSchedule(due, zone) ? due.date() : recurrence.after(due.date());
        String end = rule.hasCount() ? ";COUNT=" + series.from(from).count() : "";
        LocalDate last = rule.hasUntil() ? lastDay(series, zone) : null;
        return series.from(from).findFirst().map((first) -> new Series(Time.of(first), portable + end, last))
                .orElse(null);
    }

    /** The day before where the instant of the last one cannot be written, which no occurrence can be on then either. */
    private static LocalDate lastDay(RecurrenceSeries series, ZoneId zone) {
        LocalDate last = series.rule().lastDay(series.anchor(), zone);
        return series.anchor().on(last).isWritable(zone) ? last : last.minusDays(1);
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

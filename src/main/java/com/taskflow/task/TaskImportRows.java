package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.persistence.Instants;

/** Reads and writes the rows that an import is about, each for all of its tasks in one statement. */
@Component
class TaskImportRows {

    private static final String COLUMNS = """
            id, title, title_folded, description, status, priority, due_date, due_time, due_zone, due_at, rank, labels,
            parent_id, seq, version, created_at, updated_at, completed_at, deleted_at, trashed_by,
            recurrence_rule, recurrence_from, anchor_date, anchor_time, anchor_zone, occurrence_date, occurrence_number,
            occurrence_first, reminders""";

    private static final String INSERT = """
            insert into task (user_id, %1$s) select :owner, %1$s from json_populate_recordset(null::task, :rows::json)"""
            .formatted(COLUMNS);

    private static final String KNOWN = """
            select id, version, updated_at from task where user_id = :owner and id = any(:ids::uuid[])
            union all
            select task_id, -1, created_at from task_change
            where user_id = :owner and task_id = any(:ids::uuid[]) and kind = 'purged'""";

    /** A tree that was deeper than allowed would end the recursion late, but end it. */
    private static final String PARENTS = """
            with recursive up as (
                select id as start, parent_id, deleted_at is not null as trashed, 1 as depth from task
                where user_id = :owner and id = any(:ids::uuid[])
                union all
                select up.start, t.parent_id, up.trashed, up.depth + 1 from task t join up on t.id = up.parent_id
                where t.user_id = :owner
            )
            select start, bool_or(trashed) as trashed, max(depth) as depth from up group by start""";

    // The years before 1 are spelled PostgreSQL's way.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd G", Locale.US);

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'+00' G",
            Locale.US).withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;

    private final JsonMapper json;

    TaskImportRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Which state of a task there is; that of one that was purged equals no other. */
    record Known(int version, @Nullable Instant updatedAt) {

        static Known of(ImportedTask task) {
            return new Known(Objects.requireNonNullElse(task.version(), 0), task.updatedAt());
        }

    }

    /**
     * A task that others are to stand under.
     *
     * @param depth 1 at the top
     */
    record Parent(UUID id, boolean trashed, int depth) {

    }

    /** Those of the ids that are taken. */
    Map<UUID, Known> known(UUID owner, Collection<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        this.jdbc.sql(KNOWN).param("owner", owner).param("ids", texts(ids)).query((row) -> {
            known.put(row.getObject("id", UUID.class), new Known(row.getInt("version"),
                    Instants.required(row, "updated_at")));
        });
        return known;
    }

    Map<UUID, Parent> parents(UUID owner, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Parent> parents = new HashMap<>();
        this.jdbc.sql(PARENTS).param("owner", owner).param("ids", texts(ids)).query((row) -> {
            UUID id = row.getObject("start", UUID.class);
            parents.put(id, new Parent(id, row.getBoolean("trashed"), row.getInt("depth")));
        });
        return parents;
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    void insert(UUID owner, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            this.jdbc.sql(INSERT).param("owner", owner).param("rows", this.json.writeValueAsString(rows)).update();
        }
    }

    /** A row by the names of its columns. */
    static Map<String, @Nullable Object> row(ImportedTask task, @Nullable UUID parent, long seq, ZoneId zone,
            Instant now) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", task.id());
        row.put("title", task.title());
        row.put("title_folded", TitleFolding.fold(task.title()));
        row.put("description", task.description());
        row.put("priority", Objects.requireNonNullElse(task.priority(), TaskPriority.MEDIUM));
        row.put("rank", Objects.requireNonNullElseGet(task.rank(), () -> Rank.ofNewest(seq)));
        row.put("labels", Objects.requireNonNullElse(task.labels(), List.<String>of()).stream().distinct().toList());
        row.put("parent_id", parent);
        row.put("seq", seq);
        row.put("version", Objects.requireNonNullElse(task.version(), 0));
        putDue(row, task.due(), zone);
        putRecurrence(row, task.recurrence());
        row.put("reminders", (task.reminders() != null) ? Reminder.specs(task.reminders()) : List.of());
        putTimes(row, task, now);
        return row;
    }

    /** A date as PostgreSQL reads it from JSON. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    private static void putDue(Map<String, @Nullable Object> row, @Nullable Due due, ZoneId zone) {
        if (due != null) {
            row.put("due_date", date(due.date()));
            row.put("due_time", due.time());
            row.put("due_zone", due.timeZone());
            row.put("due_at", INSTANT.format(due.at(zone)));
        }
    }

    private static void putRecurrence(Map<String, @Nullable Object> row, @Nullable Recurrence recurrence) {
        if (recurrence != null) {
            row.put("recurrence_rule", recurrence.rule());
            row.put("recurrence_from", recurrence.from());
            row.put("anchor_date", date(recurrence.anchor().date()));
            row.put("anchor_time", recurrence.anchor().time());
            row.put("anchor_zone", recurrence.anchor().timeZone());
            row.put("occurrence_date", date(recurrence.occurrence()));
            row.put("occurrence_number", recurrence.number());
            row.put("occurrence_first", recurrence.firstNumber());
        }
    }

    private static void putTimes(Map<String, @Nullable Object> row, ImportedTask task, Instant now) {
        Instant created = Objects.requireNonNullElse(task.createdAt(), now);
        Instant updated = Objects.requireNonNullElse(task.updatedAt(), created);
        boolean done = task.statusOrDefault() == TaskStatus.DONE;
        row.put("status", task.statusOrDefault());
        row.put("created_at", INSTANT.format(created));
        row.put("updated_at", INSTANT.format(updated));
        row.put("completed_at", done ? INSTANT.format(Objects.requireNonNullElse(task.completedAt(), updated)) : null);
        row.put("deleted_at", (task.deletedAt() != null) ? INSTANT.format(task.deletedAt()) : null);
        row.put("trashed_by", (task.deletedAt() != null) ? task.trashedBy() : null);
    }

}

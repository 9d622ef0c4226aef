package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.WireName;

/** Reads tasks from rows of hand-written statements. */
final class TaskRows {

    private TaskRows() {}

    static TaskResponse task(ResultSet row, UUID id) throws SQLException {
        return new TaskResponse(id, row.getString("title"), row.getString("description"),
                WireName.parse(TaskStatus.class, row.getString("status")),
                WireName.parse(TaskPriority.class, row.getString("priority")), due(row, "due"), row.getString("rank"),
                List.of((String[]) row.getArray("labels").getArray()), row.getObject("parent_id", UUID.class),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant(),
                instant(row, "completed_at"), row.getInt("version"), recurrence(row),
                Reminder.ofSpecs(List.of((String[]) row.getArray("reminders").getArray())));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return (value != null) ? value.toInstant() : null;
    }

    static @Nullable Recurrence recurrence(ResultSet row) throws SQLException {
        Due anchor = due(row, "anchor");
        return (anchor != null)
                ? new Recurrence(row.getString("recurrence_rule"),
                        WireName.parse(RecurrenceFrom.class, row.getString("recurrence_from")), anchor,
                        row.getObject("occurrence_date", LocalDate.class), row.getInt("occurrence_number"),
                        row.getInt("occurrence_first"))
                : null;
    }

    /** @param columns what the names of the three columns begin with */
    static @Nullable Due due(ResultSet row, String columns) throws SQLException {
        LocalDate date = row.getObject(columns + "_date", LocalDate.class);
        return (date != null)
                ? new Due(date, row.getObject(columns + "_time", LocalTime.class), row.getString(columns + "_zone"))
                : null;
    }

}

package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;

/** Reads tasks from rows of hand-written statements, and words instants for them. */
final class TaskRows {

    /** An all-day date of the first or last year may begin in the one beyond, which Java and PostgreSQL spell differently. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 5, SignStyle.NEVER).appendPattern("-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true).appendPattern("X ")
            .appendText(ChronoField.ERA, Map.of(0L, "BC", 1L, "AD")).toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TaskRows() {}

    /** An instant as PostgreSQL reads it from text. */
    static String text(Instant instant) {
        return INSTANT.format(instant);
    }

    static TaskResponse task(ResultSet row, UUID id) throws SQLException {
        return new TaskResponse(id, row.getString("title"), row.getString("description"),
                WireName.parse(TaskStatus.class, row.getString("status")),
                WireName.parse(TaskPriority.class, row.getString("priority")), due(row, "due"), row.getString("rank"),
                List.of((String[]) row.getArray("labels").getArray()), row.getObject("parent_id", UUID.class),
                Instants.required(row, "created_at"), Instants.required(row, "updated_at"),
                Instants.of(row, "completed_at"), row.getInt("version"), recurrence(row),
                Reminder.ofSpecs(List.of((String[]) row.getArray("reminders").getArray())));
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

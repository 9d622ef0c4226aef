package com.taskflow.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads labels from rows of hand-written statements. */
final class LabelRows {

    private LabelRows() {}

    static LabelResponse label(ResultSet row, int number) throws SQLException {
        return new LabelResponse(row.getObject("id", UUID.class), row.getString("name"), row.getString("color"),
                instant(row, "created_at"), instant(row, "updated_at"),
                row.getInt("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        // A java.sql.Timestamp counts the days before 1582 otherwise.
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

}

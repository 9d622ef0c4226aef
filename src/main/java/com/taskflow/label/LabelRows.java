package com.taskflow.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads labels from rows of hand-written statements. */
final class LabelRows {

    private LabelRows() {}

    static LabelResponse label(ResultSet row, int number) throws SQLException {
        return new LabelResponse(row.getObject("id", UUID.class), row.getString("name"), row.getString("color"),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

}

package com.taskflow.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import com.taskflow.platform.persistence.Instants;

/** Reads labels from rows of hand-written statements. */
final class LabelRows {

    private LabelRows() {}

    static LabelResponse label(ResultSet row, int number) throws SQLException {
        return new LabelResponse(row.getObject("id", UUID.class), row.getString("name"), row.getString("color"),
                Instants.required(row, "created_at"), Instants.required(row, "updated_at"), row.getInt("version"));
    }

}

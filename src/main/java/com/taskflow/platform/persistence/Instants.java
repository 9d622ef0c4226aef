package com.taskflow.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Reads instants from rows: {@link java.sql.Timestamp} would count the days before 1582 otherwise than everybody else. */
public final class Instants {

    private Instants() {}

    public static @Nullable Instant of(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return (value != null) ? value.toInstant() : null;
    }

    /** Of a column that is never null. */
    public static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(of(row, column), column);
    }

}

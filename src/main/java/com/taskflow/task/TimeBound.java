package com.taskflow.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * A bound of a filter: an instant, or a date that means its first moment where the owner is.
 *
 * @param date null for an instant
 * @param instant null for a date
 */
record TimeBound(@Nullable LocalDate date, @Nullable Instant instant) {

    private static final Instant FIRST = LocalDate.of(1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final Instant LAST = LocalDate.of(9999, 12, 31).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);

    /**
     * Reads {@code 2026-12-01} or an RFC 3339 date-time; Spring finds it by its name.
     * @throws IllegalArgumentException for anything else, or outside the years 1 to 9999
     */
    public static TimeBound valueOf(String text) {
        try {
            TimeBound bound = (text.length() == 10)
                    ? new TimeBound(LocalDate.parse(text), null)
                    : new TimeBound(null, OffsetDateTime.parse(text).toInstant());
            Instant instant = bound.in(ZoneOffset.UTC);
            if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
                throw new IllegalArgumentException("Out of range: " + text);
            }
            return bound;
        } catch (DateTimeException ex) {
            throw new IllegalArgumentException("Neither a date nor a date-time: " + text, ex);
        }
    }

    Instant in(ZoneId ownerZone) {
        if (this.instant != null) {
            return this.instant;
        }
        return (this.date != null) ? this.date.atStartOfDay(ownerZone).toInstant() : Instant.EPOCH;
    }

}

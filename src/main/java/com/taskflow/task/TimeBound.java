package com.taskflow.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;

/**
 * A bound of a filter: an instant, or a date that means its first moment where the owner is.
 *
 * @param date null for an instant
 * @param instant null for a date
 */
record TimeBound(@Nullable LocalDate date, @Nullable Instant instant) {

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
            if (instant.isBefore(StorableTime.FIRST) || !instant.isBefore(StorableTime.END)) {
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

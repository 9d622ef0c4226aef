package com.taskflow.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.InvalidException;

/**
 * How a client names an occurrence: by its date, its local date-time or the instant it is due.
 *
 * @param date null for an instant
 * @param time null for a date
 * @param instant null for a date or local date-time
 */
record OccurrenceName(@Nullable LocalDate date, @Nullable LocalTime time, @Nullable Instant instant) {

    /** A date, a local date-time, or an RFC 3339 date-time. */
    static final String FORMAT = "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?)?";

    static final String MESSAGE = "must be a date or date-time of an occurrence";

    private static final int DATE_LENGTH = 10;

    /** @throws InvalidException for the field {@code occurrence} */
    static OccurrenceName parse(String text) {
        try {
            if (text.length() <= DATE_LENGTH) {
                return new OccurrenceName(LocalDate.parse(text), null, null);
            }
            if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")) {
                return new OccurrenceName(null, null, OffsetDateTime.parse(text).toInstant());
            }
            LocalDateTime local = LocalDateTime.parse(text);
            return new OccurrenceName(local.toLocalDate(), local.toLocalTime(), null);
        } catch (DateTimeException ex) {
            throw InvalidException.field("occurrence", "format", MESSAGE);
        }
    }

    /** Whether it is the task's current occurrence: where the series has it, or where it was rescheduled to. */
    boolean isCurrent(Recurrence recurrence, Due due, ZoneId ownerZone) {
        return names(recurrence.anchor().on(recurrence.occurrence()), ownerZone) || names(due, ownerZone);
    }

    private boolean names(Due due, ZoneId ownerZone) {
        if (this.instant != null) {
            return this.instant.equals(due.at(ownerZone));
        }
        return due.date().equals(this.date) && (this.time == null || this.time.equals(due.time()));
    }

    /** Its date in a series with this anchor. */
    LocalDate dateIn(Due anchor, ZoneId ownerZone) {
        if (this.date != null) {
            return this.date;
        }
        ZoneId zone = (anchor.timeZone() != null) ? ZoneId.of(anchor.timeZone()) : ownerZone;
        return LocalDate.ofInstant((this.instant != null) ? this.instant : Instant.EPOCH, zone);
    }

}

package com.taskflow.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * The end of a series. RFC 5545 wants its kind to be that of the first occurrence; every kind is understood with
 * every other.
 *
 * @param time null for the whole day
 * @param utc whether the time is in UTC and not where the series is
 */
record RecurrenceEnd(LocalDate date, @Nullable LocalTime time, boolean utc) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    static @Nullable RecurrenceEnd parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            if (date.getYear() == 0) {
                throw new RecurrenceRuleException("UNTIL has a year that there is not");
            }
            LocalTime time = (text.length() > 8) ? LocalTime.parse(text.substring(9, 15), TIME) : null;
            return new RecurrenceEnd(date, time, text.endsWith("Z"));
        } catch (DateTimeException ex) {
            throw new RecurrenceRuleException("UNTIL has a value that is not supported");
        }
    }

    LocalDate lastDay(Due first, ZoneId ownerZone) {
        if (this.time == null) {
            return this.date;
        }
        LocalDateTime local = this.date.atTime(this.time);
        if (this.utc) {
            ZoneId zone = (first.timeZone() != null) ? ZoneId.of(first.timeZone()) : ownerZone;
            Instant end = local.toInstant(ZoneOffset.UTC);
            LocalDate day = LocalDate.ofInstant(end, zone);
            return first.on(day).at(ownerZone).isAfter(end) ? day.minusDays(1) : day;
        }
        boolean tooLate = first.time() != null && first.time().isAfter(this.time);
        return tooLate ? this.date.minusDays(1) : this.date;
    }

}

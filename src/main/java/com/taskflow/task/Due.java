package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.TimeZoneName;

/**
 * When a task is due. Without a time it is due all day, with one but no zone it floats with its owner, with a zone it is
 * fixed.
 */
@Embeddable
record Due(@NotNull @Column(name = "due_date") LocalDate date, @Column(name = "due_time") @Nullable LocalTime time,
        @TimeZoneName @Column(name = "due_zone") @Nullable String timeZone) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    /**
     * The instant it means. A local time that a clock change skips moves forward, one that it repeats is the first.
     * @param ownerZone where all-day and floating times are meant
     */
    Instant at(ZoneId ownerZone) {
        if (this.time == null) {
            return this.date.atStartOfDay(ownerZone).toInstant();
        }
        return this.date.atTime(this.time).atZone(zone(ownerZone)).toInstant();
    }

    /** The same time of day on another date. */
    Due on(LocalDate other) {
        return new Due(other, this.time, this.timeZone);
    }

    /** The zone in which its days are meant. */
    ZoneId zone(ZoneId ownerZone) {
        return (this.time != null && this.timeZone != null) ? ZoneId.of(this.timeZone) : ownerZone;
    }

    /** For people: the date, and the time with its zone if it has one of its own. */
    String describe() {
        String text = DATE.format(this.date);
        if (this.time == null) {
            return text;
        }
        return text + ", " + this.time + ((this.timeZone != null) ? " (" + this.timeZone + ")" : "");
    }

    /** Whether the instant depends on where the owner is. */
    boolean followsOwner() {
        return this.time == null || this.timeZone == null;
    }

}

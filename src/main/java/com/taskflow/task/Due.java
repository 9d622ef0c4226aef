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

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.web.StorableTime;
import com.taskflow.platform.web.TimeZoneName;

/**
 * When a task is due. Without a time it is due all day, with one but no zone it floats with its owner, with a zone it is
 * fixed.
 */
@Embeddable
record Due(@NotNull @Column(name = "due_date") LocalDate date, @Column(name = "due_time") @Nullable LocalTime time,
        @TimeZoneName @Column(name = "due_zone") @Nullable String timeZone) {

    static final String OUT_OF_RANGE = "must mean an instant of the years 1 to 9999 in UTC";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    /**
     * The instant it means. A local time that a clock change skips moves forward, one that it repeats is the first. It may
     * be of the year before 1 or after 9999, once the owner has moved.
     * @param ownerZone where all-day and floating times are meant
     */
    Instant at(ZoneId ownerZone) {
        if (this.time == null) {
            return this.date.atStartOfDay(ownerZone).toInstant();
        }
        return this.date.atTime(this.time).atZone(zone(ownerZone)).toInstant();
    }

    /** Whether the instant it means is of the years 1 to 9999, which have one spelling in all formats. */
    boolean isWritable(ZoneId ownerZone) {
        Instant at = at(ownerZone);
        return !at.isBefore(StorableTime.FIRST) && at.isBefore(StorableTime.END);
    }

    /** @throws InvalidException for the field {@code due}, when the instant it means is not writable */
    void requireWritable(ZoneId ownerZone) {
        if (!isWritable(ownerZone)) {
            throw InvalidException.field("due", "range", OUT_OF_RANGE);
        }
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

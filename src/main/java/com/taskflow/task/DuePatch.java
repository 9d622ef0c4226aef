package com.taskflow.task;

import java.time.LocalDate;
import java.time.LocalTime;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.web.TimeZoneName;

/** A merge patch of a due date: what is absent stays as it was. */
record DuePatch(JsonNullable<@NotNull LocalDate> date, JsonNullable<LocalTime> time,
        JsonNullable<@TimeZoneName String> timeZone) {

    /** @throws InvalidException when there is a time or zone but neither an old nor a new date */
    Due applyTo(@Nullable Due old) {
        LocalDate newDate = this.date.orElse((old != null) ? old.date() : null);
        if (newDate == null) {
            throw InvalidException.field("due.date", "required", "is needed for a due date");
        }
        return new Due(newDate, this.time.orElse((old != null) ? old.time() : null),
                this.timeZone.orElse((old != null) ? old.timeZone() : null));
    }

}

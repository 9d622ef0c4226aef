package com.taskflow.task;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.error.InvalidException;

/** A merge patch of a recurrence: what is absent stays as it was. */
record RecurrencePatch(JsonNullable<@NotNull @RecurrenceText String> rule,
        JsonNullable<@NotNull RecurrenceFrom> from) {

    /** @throws InvalidException when there is neither an old rule nor a new one */
    RecurrenceRequest applyTo(@Nullable Recurrence old) {
        String newRule = this.rule.orElse((old != null) ? old.rule() : null);
        if (newRule == null) {
            throw InvalidException.field("recurrence.rule", "required", "is needed for a recurrence");
        }
        return new RecurrenceRequest(newRule,
                this.from.orElse((old != null) ? old.from() : RecurrenceFrom.SCHEDULE));
    }

}

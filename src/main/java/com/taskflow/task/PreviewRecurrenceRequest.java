package com.taskflow.task;

import java.time.LocalDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule to try out before a task has it.
 *
 * @param due the due date that the task would have: what the rule starts from
 * @param after show what comes after this date only; from the start when null
 * @param limit how many occurrences to show at most
 */
@Schema(example = """
        {"rule": "FREQ=MONTHLY", "due": {"date": "2027-01-31", "time": "09:00", "timeZone": "Europe/Berlin"},
         "limit": 3}""")
record PreviewRecurrenceRequest(@NotNull @RecurrenceText String rule, @NotNull @Valid Due due,
        @Nullable LocalDate after, @Min(1) @Max(100) @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 10;

    LocalDate from() {
        return (this.after != null) ? this.after.plusDays(1) : this.due.date();
    }

    int size() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

}

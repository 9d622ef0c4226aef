package com.taskflow.task;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a task comes again, as the API shows it.
 *
 * @param anchor the due date that the series started from
 * @param occurrence the date of the current occurrence in the series: what completing and skipping name
 */
@Schema(name = "Recurrence", example = """
        {"rule": "FREQ=MONTHLY", "from": "schedule", "anchor": {"date": "2027-01-31", "time": null, "timeZone": null},
         "occurrence": "2027-02-28"}""")
record RecurrenceResponse(String rule, RecurrenceFrom from, Due anchor, LocalDate occurrence) {

    static @Nullable RecurrenceResponse of(@Nullable Recurrence recurrence) {
        return (recurrence != null)
                ? new RecurrenceResponse(recurrence.rule(), recurrence.from(), recurrence.anchor(),
                        recurrence.occurrence())
                : null;
    }

}

package com.taskflow.task;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a task is to come again.
 *
 * @param from what the next occurrence is counted from, the schedule when null
 */
@Schema(example = """
        {"rule": "FREQ=MONTHLY;BYDAY=1MO", "from": "schedule"}""")
record RecurrenceRequest(@NotNull @RecurrenceText String rule, @Nullable RecurrenceFrom from) {

}

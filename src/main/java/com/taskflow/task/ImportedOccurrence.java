package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import com.taskflow.platform.web.StorableTime;

/** An occurrence of an export that was done or skipped. */
record ImportedOccurrence(@NotNull UUID taskId, @NotNull @Min(1) Integer number, @NotNull LocalDate date,
        @NotNull OccurrenceStatus status, @NotNull @StorableTime Instant at) {

}

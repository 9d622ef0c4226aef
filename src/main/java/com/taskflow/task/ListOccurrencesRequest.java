package com.taskflow.task;

import java.time.LocalDate;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which occurrences of a task to list. */
record ListOccurrencesRequest(
        @Parameter(description = "The first day; today where the user is by default", schema = @Schema(type = "string", format = "date")) @Nullable LocalDate from,
        @Parameter(description = "The last day; a year after the first by default", schema = @Schema(type = "string", format = "date")) @Nullable LocalDate to,
        @Parameter(description = "How many at most", schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "500")) @Min(1) @Max(1000) @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 500;

    LocalDate first(LocalDate today) {
        return (this.from != null) ? this.from : today;
    }

    LocalDate last(LocalDate first) {
        return (this.to != null) ? this.to : first.plusYears(1);
    }

    int size() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

}

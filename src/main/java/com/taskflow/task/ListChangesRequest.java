package com.taskflow.task;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From where to follow the changes. */
record ListChangesRequest(
        @Parameter(description = "The token of the answer or event before; without one from the beginning") @Nullable String since,
        @Parameter(description = "How many changes at most", schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "500")) @Min(1) @Max(1000) @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 500;

    int pageSize() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

}

package com.taskflow.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part to read of a list that has one order and no filters. */
public record PageRequest(
        @Parameter(description = "How many at most", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")) @Min(1) @Max(100) @Nullable Integer limit,
        @Parameter(description = "Where to go on: nextCursor of the page before") @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 20;

    public int pageSize() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

}

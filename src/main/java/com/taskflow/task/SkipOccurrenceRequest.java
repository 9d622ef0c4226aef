package com.taskflow.task;

import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which occurrence is to be skipped.
 *
 * @param occurrence its date or date-time; may be left out with {@code If-Match}
 */
@Schema(example = """
        {"occurrence": "2026-12-01"}""")
record SkipOccurrenceRequest(
        @Pattern(regexp = OccurrenceName.FORMAT, message = OccurrenceName.MESSAGE) @Nullable String occurrence) {

}

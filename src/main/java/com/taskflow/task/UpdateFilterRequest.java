package com.taskflow.task;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.web.Text;

/** A merge patch of a saved filter (RFC 7396): absent means unchanged, null clears. */
@Schema(example = """
        {"name": "Today and before"}""")
record UpdateFilterRequest(
        JsonNullable<@NotNull @Text(min = 1, max = SavedFilter.LONGEST_NAME, visible = true) String> name,
        JsonNullable<@NotNull @FilterText String> filter, JsonNullable<@TaskOrderName String> sort) {

}

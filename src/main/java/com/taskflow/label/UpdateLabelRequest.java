package com.taskflow.label;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.web.Text;
import com.taskflow.task.TaskLimits;

/** A merge patch of a label (RFC 7396): absent means unchanged, null clears. */
@Schema(example = """
        {"name": "house", "color": null}""")
record UpdateLabelRequest(
        JsonNullable<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL, visible = true) String> name,
        JsonNullable<@Pattern(regexp = CreateLabelRequest.COLOR, message = "must look like #2e7d32") String> color) {

}

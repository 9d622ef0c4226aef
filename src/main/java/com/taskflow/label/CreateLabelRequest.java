package com.taskflow.label;

import java.util.UUID;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.Text;
import com.taskflow.task.TaskLimits;

/**
 * A label to create.
 *
 * @param id chosen by the client, a UUIDv7; made here when null
 * @param color red, green and blue in lower-case hexadecimal
 */
@Schema(example = """
        {"name": "home", "color": "#2e7d32"}""")
record CreateLabelRequest(@Nullable UUID id,
        @NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL, visible = true) String name,
        @Pattern(regexp = CreateLabelRequest.COLOR, message = "must look like #2e7d32") @Nullable String color) {

    static final String COLOR = "#[0-9a-f]{6}";

}

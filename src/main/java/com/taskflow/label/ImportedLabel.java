package com.taskflow.label;

import java.time.Instant;
import java.util.UUID;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;
import com.taskflow.platform.web.Text;
import com.taskflow.task.TaskLimits;

/** A label of an export. What is missing gets the value that a new label has. */
record ImportedLabel(@NotNull UUID id,
        @NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL, visible = true) String name,
        @Pattern(regexp = CreateLabelRequest.COLOR, message = "must look like #2e7d32") @Nullable String color,
        @StorableTime @Nullable Instant createdAt, @StorableTime @Nullable Instant updatedAt,
        @Min(0) @Nullable Integer version) {

}

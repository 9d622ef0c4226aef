package com.taskflow.task;

import java.time.Instant;
import java.util.UUID;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;
import com.taskflow.platform.web.Text;

/** A saved filter of an export. */
record ImportedFilter(@NotNull UUID id,
        @NotNull @Text(min = 1, max = SavedFilter.LONGEST_NAME, visible = true) String name,
        @NotNull @FilterText String filter, @TaskOrderName @Nullable String sort,
        @StorableTime @Nullable Instant createdAt, @StorableTime @Nullable Instant updatedAt,
        @Min(0) @Nullable Integer version) {

}

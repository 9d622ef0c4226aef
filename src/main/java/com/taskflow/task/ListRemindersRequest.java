package com.taskflow.task;

import java.util.UUID;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/** Which reminders to list. */
record ListRemindersRequest(@Parameter(description = "Only reminders of this status") @Nullable ReminderStatus status,
        @Parameter(description = "Only reminders of this task") @Nullable UUID taskId,
        @Parameter(description = "How many at most", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")) @Min(1) @Max(100) @Nullable Integer limit,
        @Parameter(description = "Where to go on: nextCursor of the page before, valid with the same filters only") @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 20;

    int pageSize() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

    /** What a cursor is valid with. */
    String fingerprint(UUID owner) {
        return EntityTag.digest("reminders", owner, this.status, this.taskId);
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;

/** An entry of the change log as an export has it, in the order in which things were done. */
record ImportedChange(@NotNull UUID taskId, @NotNull UUID operationId, @Nullable UUID sessionId,
        @NotNull ChangeKind kind, @NotNull @StorableTime Instant at,
        @NotNull Map<TaskField, @NotNull FieldChange> changes) {

}

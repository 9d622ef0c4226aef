package com.taskflow.task;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the live stream says: {@code {"type": "upsert", "task": {…}}} or {@code {"type": "remove", "id": "…"}}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeEvent(String type, @Nullable TaskResponse task, @Nullable UUID id) {

    static ChangeEvent of(ChangesQuery.Row row) {
        return (row.task() != null)
                ? new ChangeEvent("upsert", row.task(), null)
                : new ChangeEvent("remove", null, row.id());
    }

}

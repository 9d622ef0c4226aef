package com.taskflow.task;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.web.Text;

/** A merge patch of a task (RFC 7396): absent means unchanged, null clears. */
@Schema(example = """
        {"status": "done", "due": null}""")
record UpdateTaskRequest(JsonNullable<@NotNull @Text(min = 1, max = 500, visible = true) String> title,
        JsonNullable<@Text(max = 20_000) String> description, JsonNullable<@NotNull TaskStatus> status,
        JsonNullable<@NotNull TaskPriority> priority, JsonNullable<@Valid DuePatch> due,
        JsonNullable<@NotNull @Text(min = 1, max = 255) String> rank,
        JsonNullable<@NotNull @Size(max = 50) List<@NotNull @Text(min = 1, max = 50, visible = true) String>> labels,
        JsonNullable<UUID> parentId) {

}

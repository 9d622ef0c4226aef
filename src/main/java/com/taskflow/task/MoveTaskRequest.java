package com.taskflow.task;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a task is to stand in the manual order: next to one other.
 *
 * @param before the task that it stands directly in front of, or
 * @param after the one that it stands directly behind
 */
@Schema(example = """
        {"after": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"}""")
record MoveTaskRequest(@Nullable UUID before, @Nullable UUID after) {

}

package com.taskflow.task;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Tasks that are other than they were.
 *
 * @param items the tasks as they are now
 * @param removed those that are in the trash, or gone
 */
@Schema(example = """
        {"items": [], "removed": ["019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"]}""")
record UndoResponse(List<TaskResponse> items, List<UUID> removed) {

}

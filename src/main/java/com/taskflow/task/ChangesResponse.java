package com.taskflow.task;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A part of an owner's changes, in the order of their numbers.
 *
 * @param items tasks that are new or other than they were, as they are now
 * @param removed tasks that are in the trash, or gone
 * @param token where to go on, at once or later
 * @param hasMore whether there is more at once
 */
@Schema(example = """
        {"items": [], "removed": ["019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"], "token": "Xk3nC0dZ1uY8b2QwR5tPfg",
         "hasMore": false}""")
record ChangesResponse(List<TaskResponse> items, List<UUID> removed, String token, boolean hasMore) {

}

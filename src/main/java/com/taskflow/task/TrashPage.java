package com.taskflow.task;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of the trash, the latest deleted first.
 *
 * @param nextCursor where the next page begins, null on the last
 */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "title": "Pay the rent", "description": null,
         "status": "todo", "priority": "high", "due": null, "rank": "a00000001", "labels": ["home"], "parentId": null,
         "createdAt": "2026-11-22T08:30:00.123Z", "updatedAt": "2026-11-23T08:30:00.123Z", "completedAt": null,
         "version": 1, "recurrence": null, "reminders": [], "deletedAt": "2026-11-23T08:30:00.123Z"}], "nextCursor": null}""")
record TrashPage(List<TrashedTask> items, @Nullable String nextCursor) implements CursorPage {

}

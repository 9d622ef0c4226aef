package com.taskflow.task;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins, null on the last
 */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "title": "Pay the rent", "description": null,
         "status": "todo", "priority": "high",
         "due": {"date": "2026-12-01", "time": "09:00", "timeZone": "Europe/Berlin"}, "rank": "a00000001",
         "labels": ["home"], "parentId": null, "createdAt": "2026-11-22T08:30:00.123Z",
         "updatedAt": "2026-11-22T08:30:00.123Z", "completedAt": null, "version": 0,
         "recurrence": null, "reminders": []}],
         "nextCursor": null}""")
record TaskPage(List<TaskResponse> items, @Nullable String nextCursor) implements CursorPage {

}

package com.taskflow.task;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a task's history, the latest first.
 *
 * @param nextCursor where the next page begins, null on the last
 */
@Schema(example = """
        {"items": [{"kind": "updated", "at": "2026-11-22T08:30:00.123Z",
         "operationId": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "sessionId": "019a2b3c-0000-7f60-8a9b-0c1d2e3f4a5b",
         "changes": {"title": {"from": "Pay rent", "to": "Pay the rent"}}}], "nextCursor": null}""")
record HistoryPage(List<HistoryEntry> items, @Nullable String nextCursor) implements CursorPage {

}

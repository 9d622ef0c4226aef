package com.taskflow.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger.
 *
 * @param nextCursor where the next page begins, null on the last
 */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "taskId": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c",
          "reminder": {"before": "PT30M"}, "channel": "mail", "dueAt": "2026-12-01T08:00:00.000Z",
          "remindAt": "2026-12-01T07:30:00.000Z", "status": "suppressed", "reason": "done",
          "decidedAt": "2026-11-30T17:12:03.456Z"}], "nextCursor": null}""")
record ReminderPage(List<Item> items, @Nullable String nextCursor) {

    /**
     * One reminder.
     *
     * @param dueAt when the occurrence that it is for is, or was, due
     * @param reason why it was not sent, null otherwise
     * @param decidedAt when it was sent or suppressed, null while it waits
     */
    @Schema(name = "ReminderEntry")
    record Item(UUID id, UUID taskId, Reminder reminder, String channel, @Nullable Instant dueAt, Instant remindAt,
            ReminderStatus status, @Nullable ReminderReason reason, @Nullable Instant decidedAt) {

    }

}

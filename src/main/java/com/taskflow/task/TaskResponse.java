package com.taskflow.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/** A task as the API shows it to its owner. */
@Schema(example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "title": "Pay the rent", "description": null,
         "status": "todo", "priority": "high",
         "due": {"date": "2026-12-01", "time": "09:00", "timeZone": "Europe/Berlin"}, "rank": "a00000001",
         "labels": ["home"], "parentId": null, "createdAt": "2026-11-22T08:30:00.123Z",
         "updatedAt": "2026-11-22T08:30:00.123Z", "completedAt": null, "version": 0,
         "recurrence": null, "reminders": []}""")
record TaskResponse(UUID id, String title, @Nullable String description, TaskStatus status, TaskPriority priority,
        @Nullable Due due, String rank, List<String> labels, @Nullable UUID parentId, Instant createdAt,
        Instant updatedAt, @Nullable Instant completedAt, int version,
        @Nullable Recurrence recurrence, List<Reminder> reminders) {

    /** The strong tag of this task in this version; the owner is in it, since ids are only unique per owner. */
    EntityTag entityTag(UUID owner) {
        return EntityTag.of("task", owner, this.id, this.version);
    }

}

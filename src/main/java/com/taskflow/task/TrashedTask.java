package com.taskflow.task;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A task in the trash: its fields, and since when it is there.
 *
 * @param deletedAt it is gone for good 30 days later
 */
@Schema(example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "title": "Pay the rent", "description": null,
         "status": "todo", "priority": "high", "due": null, "rank": "a00000001", "labels": ["home"], "parentId": null,
         "createdAt": "2026-11-22T08:30:00.123Z", "updatedAt": "2026-11-23T08:30:00.123Z", "completedAt": null,
         "version": 1, "recurrence": null, "reminders": [], "deletedAt": "2026-11-23T08:30:00.123Z"}""")
record TrashedTask(@JsonUnwrapped TaskResponse task, Instant deletedAt) {

}

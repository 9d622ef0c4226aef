package com.taskflow.task;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.Text;

/**
 * A task to create.
 *
 * @param id chosen by the client, a UUIDv7; made here when null
 */
@Schema(example = """
        {"title": "Pay the rent", "priority": "high",
         "due": {"date": "2026-12-01", "time": "09:00", "timeZone": "Europe/Berlin"}, "labels": ["home"]}""")
record CreateTaskRequest(@Nullable UUID id,
        @NotNull @Text(min = 1, max = TaskLimits.LONGEST_TITLE, visible = true) String title,
        @Text(max = TaskLimits.LONGEST_DESCRIPTION) @Nullable String description, @Nullable TaskStatus status,
        @Nullable TaskPriority priority,
        @Valid @Nullable Due due, @Text(min = 1, max = TaskLimits.LONGEST_RANK) @Nullable String rank,
        @Size(max = TaskLimits.MOST_LABELS) @Nullable List<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL, visible = true) String> labels,
        @Nullable UUID parentId, @Valid @Nullable RecurrenceRequest recurrence,
        @Size(max = TaskLimits.MOST_REMINDERS) @Nullable List<@NotNull @Valid Reminder> reminders) {

    CreateTaskRequest withId(@Nullable UUID id) {
        return new CreateTaskRequest(id, this.title, this.description, this.status, this.priority, this.due, this.rank,
                this.labels, this.parentId, this.recurrence, this.reminders);
    }

}

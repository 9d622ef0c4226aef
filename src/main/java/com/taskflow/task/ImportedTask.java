package com.taskflow.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;
import com.taskflow.platform.web.Text;

/**
 * A task of an export. What is missing gets the value that a new task has.
 *
 * @param deletedAt since when it is in the trash, null when it is not
 * @param trashedBy the operation that moved it there: what went together comes back together
 */
record ImportedTask(@NotNull UUID id,
        @NotNull @Text(min = 1, max = TaskLimits.LONGEST_TITLE, visible = true) String title,
        @Text(max = TaskLimits.LONGEST_DESCRIPTION) @Nullable String description, @Nullable TaskStatus status,
        @Nullable TaskPriority priority,
        @Valid @Nullable Due due, @Text(min = 1, max = TaskLimits.LONGEST_RANK) @Nullable String rank,
        @Size(max = TaskLimits.MOST_LABELS) @Nullable List<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL, visible = true) String> labels,
        @Nullable UUID parentId, @StorableTime @Nullable Instant createdAt, @StorableTime @Nullable Instant updatedAt,
        @StorableTime @Nullable Instant completedAt, @Min(0) @Nullable Integer version,
        @StorableTime @Nullable Instant deletedAt, @Nullable UUID trashedBy,
        @Valid @Nullable Recurrence recurrence,
        @Size(max = TaskLimits.MOST_REMINDERS) @Nullable List<@NotNull @Valid Reminder> reminders) {

    TaskStatus statusOrDefault() {
        return (this.status != null) ? this.status : TaskStatus.TODO;
    }

    boolean reminds() {
        return this.reminders != null && !this.reminders.isEmpty();
    }

    ImportedTask withoutDue() {
        return new ImportedTask(this.id, this.title, this.description, this.status, this.priority, null, this.rank,
                this.labels, this.parentId, this.createdAt, this.updatedAt, this.completedAt, this.version,
                this.deletedAt, this.trashedBy, this.recurrence, this.reminders);
    }

    ImportedTask withoutRecurrence() {
        return new ImportedTask(this.id, this.title, this.description, this.status, this.priority, this.due, this.rank,
                this.labels, this.parentId, this.createdAt, this.updatedAt, this.completedAt, this.version,
                this.deletedAt, this.trashedBy, null, this.reminders);
    }

}

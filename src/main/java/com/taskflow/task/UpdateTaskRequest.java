package com.taskflow.task;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.web.Text;

/**
 * A merge patch of a task (RFC 7396): absent means unchanged, null clears.
 *
 * @param occurrence which occurrence {@code status: done} ends, of a task that comes again: its date or date-time
 */
@Schema(example = """
        {"status": "done", "due": null}""")
record UpdateTaskRequest(
        JsonNullable<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_TITLE, visible = true) String> title,
        JsonNullable<@Text(max = TaskLimits.LONGEST_DESCRIPTION) String> description,
        JsonNullable<@NotNull TaskStatus> status,
        JsonNullable<@NotNull TaskPriority> priority, JsonNullable<@Valid DuePatch> due,
        JsonNullable<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_RANK) String> rank,
        JsonNullable<@NotNull @Size(max = TaskLimits.MOST_LABELS) List<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL, visible = true) String>> labels,
        JsonNullable<UUID> parentId, JsonNullable<@Valid RecurrencePatch> recurrence,
        JsonNullable<@NotNull @Size(max = TaskLimits.MOST_REMINDERS) List<@NotNull @Valid Reminder>> reminders,
        JsonNullable<@NotNull @Pattern(regexp = OccurrenceName.FORMAT, message = OccurrenceName.MESSAGE) String> occurrence) {

    /** Whether it ends an occurrence of this task, and not the task: that stops coming again with its due date. */
    boolean endsOccurrence(Task task) {
        return this.status.orElse(null) == TaskStatus.DONE && task.recurrence() != null && !clears(this.recurrence)
                && !clears(this.due);
    }

    /**
     * Which occurrence it ends, null for the current one.
     * @throws InvalidException when it says at once when the task is due or comes again
     */
    @Nullable
    OccurrenceName occurrenceName() {
        if (this.due.isPresent() || this.recurrence.isPresent()) {
            throw InvalidException.field(this.due.isPresent() ? "due" : "recurrence", "invalid",
                    "cannot be changed while an occurrence is done");
        }
        String text = this.occurrence.orElse(null);
        return (text != null) ? OccurrenceName.parse(text) : null;
    }

    private static boolean clears(JsonNullable<?> field) {
        return field.isPresent() && field.get() == null;
    }

}

package com.taskflow.task;

import java.util.List;
import java.util.UUID;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;
import com.taskflow.platform.web.Text;

/**
 * Which tasks to list, in which order, from where. Filters combine with "and"; several labels mean any of them.
 */
record ListTasksRequest(@Parameter(description = "Only tasks of this status") @Nullable TaskStatus status,
        @Parameter(description = "Only tasks of this priority") @Nullable TaskPriority priority,
        @Parameter(description = "Only tasks with any of these labels; may be repeated") @Size(max = TaskLimits.MOST_LABELS) @Nullable List<@NotNull @Text(min = 1, max = TaskLimits.LONGEST_LABEL) String> label,
        @Parameter(description = "Only tasks whose title contains this, in whichever case") @Text(min = 1, max = 100) @Nullable String q,
        @Parameter(description = "Only direct sub-tasks of this task") @Nullable UUID parentId,
        @Parameter(description = "Only tasks due before this date or RFC 3339 date-time", schema = @Schema(type = "string")) @Nullable TimeBound dueBefore,
        @Parameter(description = "Only tasks due after this date or RFC 3339 date-time", schema = @Schema(type = "string")) @Nullable TimeBound dueAfter,
        @Parameter(description = "Only tasks changed at or after this date or RFC 3339 date-time", schema = @Schema(type = "string")) @Nullable TimeBound updatedSince,
        @Parameter(description = "A condition in the filter language, which docs/api/filters.md describes", example = "priority >= high and (due <= today or labels any (home))") @FilterText @Nullable String filter,
        @Parameter(description = "The order; a leading hyphen reverses it", schema = @Schema(type = "string", allowableValues = {
            "-createdAt", "createdAt", "-updatedAt", "updatedAt", "due", "-due", "priority", "-priority", "title",
            "-title", "rank"}, defaultValue = "-createdAt")) @Nullable TaskOrder sort,
        @Parameter(description = "How many tasks at most", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")) @Min(1) @Max(100) @Nullable Integer limit,
        @Parameter(description = "Where to go on: nextCursor of the page before, valid with the same filters and order only") @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 20;

    TaskOrder order() {
        return (this.sort != null) ? this.sort : TaskOrder.DEFAULT;
    }

    int pageSize() {
        return (this.limit != null) ? this.limit : DEFAULT_LIMIT;
    }

    /** Whether a bound means another instant, or the order is another, when the owner moves. */
    boolean followsOwner() {
        return order().sort() == TaskSort.DUE || isDate(this.dueBefore) || isDate(this.dueAfter)
                || isDate(this.updatedSince);
    }

    private static boolean isDate(@Nullable TimeBound bound) {
        return bound != null && bound.date() != null;
    }

    /** What a cursor is valid with: everything but the page's place and size. */
    String fingerprint(UUID owner) {
        List<String> labels = (this.label != null) ? this.label.stream().sorted().toList() : null;
        return EntityTag.digest(owner, this.status, this.priority, labels, this.q, this.parentId, this.dueBefore,
                this.dueAfter, this.updatedSince, this.filter, order());
    }

}

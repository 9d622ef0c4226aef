package com.taskflow.task;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.WireName;

/** What a list can be sorted by. The id follows, in the same direction, so that a page can begin after any task. */
enum TaskSort {

    CREATED_AT("created_at", "timestamptz"),
    UPDATED_AT("updated_at", "timestamptz"),
    DUE("due_key", "timestamptz"),
    PRIORITY("priority_order", "smallint"),
    TITLE("title_folded", "text"),
    RANK("rank", "text");

    private final String column;

    private final String type;

    TaskSort(String column, String type) {
        this.column = column;
        this.type = type;
    }

    /** The SQL to sort by. Tasks without a due date come last in both directions. */
    String expression(boolean descending) {
        return (this == DUE && descending) ? "coalesce(due_at, '-infinity')" : this.column;
    }

    /** The PostgreSQL type that a key is cast to. */
    String type() {
        return this.type;
    }

    /** The value that {@link #expression} has for a task, as PostgreSQL reads it. */
    String keyOf(TaskResponse task, @Nullable Instant dueAt, boolean descending) {
        return switch (this) {
            case CREATED_AT -> task.createdAt().toString();
            case UPDATED_AT -> task.updatedAt().toString();
            case DUE -> (dueAt != null) ? TaskRows.text(dueAt) : (descending ? "-infinity" : "infinity");
            case PRIORITY -> String.valueOf(task.priority().order());
            case TITLE -> TitleFolding.fold(task.title());
            case RANK -> task.rank();
        };
    }

    /** Camel case, as the field is spelled. */
    String wireName() {
        return switch (this) {
            case CREATED_AT -> "createdAt";
            case UPDATED_AT -> "updatedAt";
            default -> WireName.of(this);
        };
    }

}

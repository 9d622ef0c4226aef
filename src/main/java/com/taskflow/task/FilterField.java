package com.taskflow.task;

import java.util.Arrays;
import java.util.Optional;

/** What a filter can ask about: named as in the API, with the column that has it. */
enum FilterField {

    STATUS("status", "status", Kind.STATUS, false),
    PRIORITY("priority", "priority", Kind.PRIORITY, false),
    TITLE("title", "title_folded", Kind.TEXT, false),
    DESCRIPTION("description", "description", Kind.PRESENCE, true),
    DUE("due", "due_at", Kind.TIME, true),
    LABELS("labels", "labels", Kind.LABELS, false),
    PARENT_ID("parentId", "parent_id", Kind.ID, true),
    CREATED_AT("createdAt", "created_at", Kind.TIME, false),
    UPDATED_AT("updatedAt", "updated_at", Kind.TIME, false),
    COMPLETED_AT("completedAt", "completed_at", Kind.TIME, true);

    private final String wireName;

    private final String column;

    private final Kind kind;

    private final boolean nullable;

    FilterField(String wireName, String column, Kind kind, boolean nullable) {
        this.wireName = wireName;
        this.column = column;
        this.kind = kind;
        this.nullable = nullable;
    }

    /** What a field's values are, which decides how it can be compared. */
    enum Kind {
        STATUS, PRIORITY, TEXT, PRESENCE, TIME, LABELS, ID
    }

    static Optional<FilterField> named(String name) {
        return Arrays.stream(values()).filter((field) -> field.wireName.equals(name)).findFirst();
    }

    String column() {
        return this.column;
    }

    Kind kind() {
        return this.kind;
    }

    boolean isNullable() {
        return this.nullable;
    }

    /** Whether there is a less and a more. */
    boolean isOrdered() {
        return this.kind == Kind.PRIORITY || this.kind == Kind.TEXT || this.kind == Kind.TIME;
    }

}

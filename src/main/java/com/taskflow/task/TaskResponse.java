package com.taskflow.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/** A task as the API shows it to its owner. */
record TaskResponse(UUID id, String title, @Nullable String description, TaskStatus status, TaskPriority priority,
        @Nullable Due due, String rank, List<String> labels, @Nullable UUID parentId, Instant createdAt,
        Instant updatedAt, @Nullable Instant completedAt, int version) {

    /** The strong tag of this task in this version; the owner is in it, since ids are only unique per owner. */
    EntityTag entityTag(UUID owner) {
        return EntityTag.of("task", owner, this.id, this.version);
    }

}

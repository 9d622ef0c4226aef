package com.taskflow.task;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.ConflictException;

/** Which task may stand under which. */
final class TaskTree {

    private TaskTree() {}

    /**
     * Looks at the tasks as the operation has left them so far.
     * @param task null for one that does not exist yet
     * @throws ConflictException {@code invalid-reference}: the parent is no live task of the owner's, or below the task
     */
    static void requireParent(TaskOperation operation, @Nullable UUID task, UUID parent) {
        if (operation.findLive(parent).isEmpty()) {
            throw ConflictException.invalidReference("parentId", "is no task of yours, or is in the trash");
        }
        Set<UUID> ancestors = new HashSet<>();
        UUID above = parent;
        while (above != null && ancestors.add(above)) {
            above = operation.find(above).map(Task::parentId).orElse(null);
        }
        if (task != null && ancestors.contains(task)) {
            throw ConflictException.invalidReference("parentId", "is the task itself or one below it");
        }
    }

}

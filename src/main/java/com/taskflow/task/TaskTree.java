package com.taskflow.task;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.ConflictException;

/** Which task may stand under which. */
final class TaskTree {

    /** How many levels there may be, the top one included. */
    static final int DEEPEST = 5;

    private TaskTree() {}

    /**
     * Looks at the tasks as the operation has left them so far.
     * @param task null for one that does not exist yet
     * @throws ConflictException {@code invalid-reference}: the parent is no live task of the owner's, or below the task, or
     * there would be more levels than {@link #DEEPEST}
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
        if (ancestors.size() + height(operation, task) > DEEPEST) {
            throw ConflictException.invalidReference("parentId", "is too far down: there are %d levels at most"
                    .formatted(DEEPEST));
        }
    }

    /** The levels of a task and all below it, those in the trash too: they may come back. */
    private static int height(TaskOperation operation, @Nullable UUID task) {
        Task root = (task != null) ? operation.find(task).orElse(null) : null;
        if (root == null) {
            return 1;
        }
        Map<@Nullable UUID, Integer> levels = new HashMap<>();
        operation.subtree(root, (_) -> true).forEach((each) -> levels.put(each.id(),
                each.id().equals(task) ? 1 : levels.getOrDefault(each.parentId(), 0) + 1));
        return Collections.max(levels.values());
    }

}

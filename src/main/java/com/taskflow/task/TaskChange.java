package com.taskflow.task;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One entry of an owner's change log.
 *
 * @param seq the owner's change number
 * @param fields what changed, none for a purge
 */
record TaskChange(long seq, UUID taskId, ChangeKind kind, Map<TaskField, FieldChange> fields) {

    /** The labels that the task did not have before. */
    Set<String> newLabels() {
        FieldChange change = this.fields.get(TaskField.LABELS);
        Set<String> labels = new HashSet<>(names((change != null) ? change.to() : null));
        labels.removeAll(names((change != null) ? change.from() : null));
        return labels;
    }

    private static Set<String> names(@Nullable Object labels) {
        return (labels instanceof List<?> list)
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

}

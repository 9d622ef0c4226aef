package com.taskflow.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.persistence.Identifiers;

/**
 * One thing that an owner does to their tasks, in one transaction: the tasks it has touched and how they were before. At
 * its end every task that is different gets the owner's next change number, whoever changed it and how often.
 */
final class TaskOperation {

    private final UUID id = Identifiers.next();

    private final UUID owner;

    private final ChangeCounter.Turn turn;

    private final Instant at;

    private final TaskRepository tasks;

    private final Map<UUID, Touched> touched = new LinkedHashMap<>();

    TaskOperation(UUID owner, ChangeCounter.Turn turn, Instant at, TaskRepository tasks) {
        this.owner = owner;
        this.turn = turn;
        this.at = at;
        this.tasks = tasks;
    }

    UUID id() {
        return this.id;
    }

    UUID owner() {
        return this.owner;
    }

    /** In which the owner's days begin and floating times are meant. */
    ZoneId zone() {
        return this.turn.zone();
    }

    /** When it happens, for every task alike. */
    Instant at() {
        return this.at;
    }

    /** Brings these tasks with all above and below them, in one statement: what is asked for later is at hand. */
    void load(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            this.tasks.findFamilies(this.owner, ids.toArray(UUID[]::new)).forEach(this::touch);
        }
    }

    /** A task of the owner's, in the trash or not. */
    Optional<Task> find(UUID id) {
        Touched known = this.touched.get(id);
        if (known != null) {
            return known.purged ? Optional.empty() : Optional.of(known.task);
        }
        return this.tasks.findById(new TaskId(this.owner, id)).map(this::touch);
    }

    /** The number that it begins with. */
    long seq() {
        return this.turn.seq();
    }

    /** The owner's tasks with a label that they had before a change number, in the trash or not. */
    List<Task> labelled(String label, long since, int most) {
        return this.tasks.findLabelled(this.owner, label, since, most).stream().map(this::touch).toList();
    }

    Optional<Task> findLive(UUID id) {
        return find(id).filter((task) -> !task.isTrashed());
    }

    /** @throws NotFoundException also when it is in the trash */
    Task live(UUID id) {
        return findLive(id).orElseThrow(() -> NotFoundException.of("task", id));
    }

    /** A number that no task was created with yet, above all that were. */
    long nextCreation() {
        return this.turn.seq() + this.touched.values().stream().filter((known) -> known.before == null).count();
    }

    Task create(Task task) {
        this.touched.put(task.id(), new Touched(task, null));
        return this.tasks.save(task);
    }

    /** Moves it to the trash with all that is below it. Load it first. */
    void trash(Task task) {
        subtree(task, (child) -> !child.isTrashed()).forEach((each) -> each.trash(this.at, this.id));
    }

    /** Takes it from the trash with what went there together with it, to the top when its parent stays. Load it first. */
    void restore(Task task) {
        UUID parent = task.parentId();
        if (parent != null && findLive(parent).isEmpty()) {
            task.nestUnder(null);
        }
        trashedTogether(task).forEach(Task::restore);
    }

    /** Ends it for good, with what went to the trash together with it. Load it first. */
    void purge(Task task) {
        trashedTogether(task).forEach((each) -> {
            Objects.requireNonNull(this.touched.get(each.id())).purged = true;
            this.tasks.delete(each);
        });
    }

    private List<Task> trashedTogether(Task task) {
        return subtree(task, (child) -> child.isTrashed() && Objects.equals(task.trashedBy(), child.trashedBy()));
    }

    /** The task and those below it, as far down as the condition holds. */
    List<Task> subtree(Task root, Predicate<Task> goesAlong) {
        Map<UUID, List<Task>> children = this.touched.values().stream().filter((known) -> !known.purged)
                .map((known) -> known.task).filter((task) -> task.parentId() != null).filter(goesAlong)
                .collect(Collectors.groupingBy((task) -> Objects.requireNonNull(task.parentId())));
        List<Task> subtree = new ArrayList<>(List.of(root));
        for (int next = 0; next < subtree.size(); next++) {
            subtree.addAll(children.getOrDefault(subtree.get(next).id(), List.of()));
        }
        return subtree;
    }

    /** Numbers what has changed. */
    List<TaskChange> settle() {
        List<TaskChange> changes = new ArrayList<>();
        this.touched.forEach((id, known) -> {
            long seq = this.turn.seq() + changes.size();
            if (known.purged) {
                changes.add(new TaskChange(seq, id, ChangeKind.PURGED, Map.of()));
                return;
            }
            Map<TaskField, FieldChange> fields = TaskField.changes(known.before, known.task);
            if (!fields.isEmpty()) {
                known.task.stamp(seq, this.at);
                changes.add(new TaskChange(seq, id, kind(known, fields), fields));
            }
        });
        return changes;
    }

    private static ChangeKind kind(Touched known, Map<TaskField, FieldChange> fields) {
        if (known.before == null) {
            return ChangeKind.CREATED;
        }
        if (fields.containsKey(TaskField.DELETED_AT)) {
            return known.task.isTrashed() ? ChangeKind.TRASHED : ChangeKind.RESTORED;
        }
        return ChangeKind.UPDATED;
    }

    private Task touch(Task task) {
        this.touched.computeIfAbsent(task.id(), (_) -> new Touched(task, TaskField.readAll(task)));
        return task;
    }

    private static final class Touched {

        private final Task task;

        /** Null for a task that this operation creates. */
        private final @Nullable Map<TaskField, @Nullable Object> before;

        private boolean purged;

        private Touched(Task task, @Nullable Map<TaskField, @Nullable Object> before) {
            this.task = task;
            this.before = before;
        }

    }

}

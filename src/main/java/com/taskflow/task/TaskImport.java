package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.transfer.ImportChunk;
import com.taskflow.transfer.ImportItem;
import com.taskflow.transfer.ImportSection;

/**
 * Imports tasks as they were, their versions and times too, past the operations: what was done to them is in the
 * document's history. A task comes after the one it stands under.
 */
@Component
@Order(20)
class TaskImport implements ImportSection<ImportedTask> {

    private final TaskImportRows rows;

    private final ChangeCounter counter;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    TaskImport(TaskImportRows rows, ChangeCounter counter, ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.counter = counter;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public @Nullable UUID subject(JsonNode item) {
        return ImportedIds.read(item, "id");
    }

    @Override
    public @Nullable UUID predecessor(JsonNode item) {
        return ImportedIds.read(item, "parentId");
    }

    @Override
    public Class<ImportedTask> type() {
        return ImportedTask.class;
    }

    @Override
    public int store(UUID owner, List<ImportItem<ImportedTask>> items, ImportChunk chunk) {
        ChangeCounter.Turn turn = this.counter.next(owner);
        List<ImportItem<ImportedTask>> wanted = withoutKnown(owner, items, chunk);
        Map<UUID, TaskImportRows.Parent> parents = this.rows.parents(owner,
                wanted.stream().map((item) -> item.value().parentId()).filter(Objects::nonNull).toList());
        Instant now = this.clock.instant();
        List<Map<String, @Nullable Object>> tasks = new ArrayList<>();
        for (ImportItem<ImportedTask> item : wanted) {
            UUID parent = parent(item, parents, chunk);
            ImportedTask task = withoutLoneRecurrence(item, withoutUnwritableDue(item, turn.zone(), chunk), chunk);
            if (task.completedAt() != null && task.statusOrDefault() != TaskStatus.DONE) {
                chunk.lose(item.position(), task.id(), "completedAt", "invalid", "is of a task that is not done");
            }
            tasks.add(TaskImportRows.row(task, parent, turn.seq() + tasks.size(),
                    turn.zone(), now));
        }
        this.rows.insert(owner, tasks);
        this.counter.adjust(owner, tasks.size() - 1);
        this.events.publishEvent(new TasksImported(owner, wanted.stream().map((item) -> item.value())
                .filter(ImportedTask::reminds).map(ImportedTask::id).toList()));
        publish(owner, wanted, turn.seq());
        return tasks.size();
    }

    private List<ImportItem<ImportedTask>> withoutKnown(UUID owner, List<ImportItem<ImportedTask>> items,
            ImportChunk chunk) {
        Map<UUID, TaskImportRows.Known> known = new HashMap<>(this.rows.known(owner,
                items.stream().map((item) -> item.value().id()).toList()));
        List<ImportItem<ImportedTask>> wanted = new ArrayList<>();
        for (ImportItem<ImportedTask> item : items) {
            ImportedTask task = item.value();
            TaskImportRows.Known there = known.putIfAbsent(task.id(), TaskImportRows.Known.of(task));
            if (!Identifiers.isVersion7(task.id())) {
                chunk.lose(item.position(), task.id(), null, "format", "id must be a UUIDv7");
                chunk.leaveOut(task.id());
            } else if (there == null) {
                wanted.add(item);
            } else {
                if (!there.equals(TaskImportRows.Known.of(task))) {
                    chunk.lose(item.position(), task.id(), null, "id-taken",
                            "You have, or had, another task or state of it with this id");
                }
                chunk.leaveOut(task.id());
            }
        }
        return wanted;
    }

    private static ImportedTask withoutUnwritableDue(ImportItem<ImportedTask> item, ZoneId zone, ImportChunk chunk) {
        ImportedTask task = item.value();
        if (task.due() == null || task.due().isWritable(zone)) {
            return task;
        }
        chunk.lose(item.position(), task.id(), "due", "range", Due.OUT_OF_RANGE);
        return task.withoutDue();
    }

    private static ImportedTask withoutLoneRecurrence(ImportItem<ImportedTask> item, ImportedTask task,
            ImportChunk chunk) {
        if (task.recurrence() == null || task.due() != null) {
            return task;
        }
        chunk.lose(item.position(), task.id(), "recurrence", "invalid", "needs a due date");
        return task.withoutRecurrence();
    }

    private static @Nullable UUID parent(ImportItem<ImportedTask> item, Map<UUID, TaskImportRows.Parent> parents,
            ImportChunk chunk) {
        ImportedTask task = item.value();
        if (task.parentId() == null) {
            return null;
        }
        TaskImportRows.Parent parent = parents.get(task.parentId());
        String problem = null;
        if (parent == null) {
            problem = "is no task of the document or yours, or below this one";
        } else if (parent.trashed() && task.deletedAt() == null) {
            problem = "is in the trash";
        } else if (parent.depth() >= TaskTree.DEEPEST) {
            problem = "is too far down: " + TaskTree.DEEPEST + " levels at most";
        }
        if (problem != null) {
            chunk.lose(item.position(), task.id(), "parentId", "invalid_reference", problem);
            return null;
        }
        return task.parentId();
    }

    private void publish(UUID owner, List<ImportItem<ImportedTask>> stored, long first) {
        if (stored.isEmpty()) {
            return;
        }
        Set<String> labels = new TreeSet<>();
        stored.forEach((item) -> labels.addAll(Objects.requireNonNullElse(item.value().labels(), List.of())));
        if (!labels.isEmpty()) {
            this.events.publishEvent(new TasksLabelled(owner, new HashSet<>(labels)));
        }
        this.events.publishEvent(new TasksChanged(owner, first + stored.size() - 1));
    }

}

package com.taskflow.task;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobsDatabase;

/** Ends for good what has been in the trash for its time: operations of nobody's, in chunks. */
@Component
class TrashPurge {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String OLD = "select user_id, id from task where deleted_at < ? order by user_id limit "
            + JobsDatabase.CHUNK;

    private final TaskOperations operations;

    private final JobsDatabase database;

    private final Clock clock;

    TrashPurge(TaskOperations operations, JobsDatabase database, Clock clock) {
        this.operations = operations;
        this.database = database;
        this.clock = clock;
    }

    void run() {
        List<TaskId> old = findOld();
        while (!old.isEmpty()) {
            Map<UUID, List<UUID>> byOwner = old.stream().collect(
                    Collectors.groupingBy(TaskId::userId, Collectors.mapping(TaskId::id, Collectors.toList())));
            byOwner.forEach(this::purge);
            old = findOld();
        }
    }

    private List<TaskId> findOld() {
        return this.database.jdbc().sql(OLD).param(this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new TaskId(row.getObject("user_id", UUID.class), row.getObject("id", UUID.class)))
                .list();
    }

    /** The owner may have restored one meanwhile, or it went with its parent. */
    private void purge(UUID owner, List<UUID> ids) {
        this.operations.write(owner, (operation) -> {
            operation.load(ids);
            ids.forEach((id) -> operation.find(id).filter(Task::isTrashed).ifPresent(operation::purge));
            return owner;
        });
    }

}

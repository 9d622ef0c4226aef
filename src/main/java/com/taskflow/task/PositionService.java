package com.taskflow.task;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** The manual order: one task gets another rank, all others keep theirs. */
@Service
class PositionService {

    private final TaskOperations operations;

    private final JdbcClient jdbc;

    PositionService(TaskOperations operations, JdbcClient jdbc) {
        this.operations = operations;
        this.jdbc = jdbc;
    }

    /**
     * Puts a task next to another one; where it stands already it stays.
     * @throws ConflictException {@code invalid-reference} when the other one is no live task of the owner's, or the same;
     * {@code no-room} between two that have the same or the longest of ranks
     */
    Written<TaskResponse> move(CurrentUser actor, UUID id, MoveTaskRequest request, IfMatch condition) {
        if ((request.before() == null) == (request.after() == null)) {
            throw InvalidException.field("after", "invalid", "or before must be given, one of them");
        }
        return this.operations.write(actor, (operation) -> {
            Task task = operation.live(id);
            condition.check(task.entityTag());
            if (request.before() != null) {
                moveBefore(task, neighbour(operation, task, "before", request.before()));
            } else if (request.after() != null) {
                moveBehind(task, neighbour(operation, task, "after", request.after()), operation);
            }
            return task;
        }, Task::toResponse);
    }

    private static String neighbour(TaskOperation operation, Task task, String field, UUID id) {
        return operation.findLive(id).filter((other) -> !other.id().equals(task.id())).map(Task::rank)
                .orElseThrow(() -> ConflictException.invalidReference(field,
                        "is no task of yours, is in the trash, or the task itself"));
    }

    private void moveBefore(Task task, String high) {
        String low = rank(task, "select max(rank) from task where user_id = ? and id <> ? and rank < ?", high);
        if (!isBetween(low, task.rank(), high)) {
            task.rank(Rank.between(low, high));
        }
    }

    private void moveBehind(Task task, String low, TaskOperation operation) {
        String high = rank(task, "select min(rank) from task where user_id = ? and id <> ? and rank > ?", low);
        if (isBetween(low, task.rank(), high)) {
            return;
        }
        // What is last can as well be ranked as if it were new, which stays short.
        String newest = Rank.ofNewest(operation.nextCreation());
        task.rank((high == null && Rank.isBefore(low, newest)) ? newest : Rank.between(low, high));
    }

    /** Those in the trash count, too: they may come back. */
    private @Nullable String rank(Task task, String sql, String next) {
        return this.jdbc.sql(sql).params(task.userId(), task.id(), next)
                .query((row, _) -> row.getString(1)).list().getFirst();
    }

    private static boolean isBetween(@Nullable String low, String rank, @Nullable String high) {
        return (low == null || Rank.isBefore(low, rank)) && (high == null || Rank.isBefore(rank, high));
    }

}

package com.taskflow.task;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ConflictException;

/** Which task may stand under which. */
@Component
class TaskTree {

    private static final String ANCESTORS = """
            with recursive up as (
                select id, parent_id from task where user_id = :owner and id = :parent and deleted_at is null
                union
                select t.id, t.parent_id from task t join up on t.id = up.parent_id where t.user_id = :owner
            )
            select id from up""";

    private final JdbcClient jdbc;

    TaskTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws ConflictException {@code invalid-reference}: the parent is no live task of the owner's, or below the task */
    void requireParent(TaskId task, UUID parent) {
        Set<@Nullable UUID> ancestors = this.jdbc.sql(ANCESTORS).param("owner", task.userId()).param("parent", parent)
                .query(UUID.class).set();
        if (ancestors.isEmpty()) {
            throw ConflictException.invalidReference("parentId", "is no task of yours, or is in the trash");
        }
        if (ancestors.contains(task.id())) {
            throw ConflictException.invalidReference("parentId", "is the task itself or one below it");
        }
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.user.ExportSection;

/** Tasks in the export of one's data, those in the trash too. */
@Configuration(proxyBeanMethods = false)
class TaskExport {

    private static final String SQL = """
            select * from task where user_id = :userId and id > :after order by id limit :limit""";

    @Bean
    ExportSection<Item> exportedTasks(JdbcClient jdbc) {
        return new ExportSection<>("tasks",
                (userId, after, limit) -> jdbc.sql(SQL).param("userId", userId).param("after", after)
                        .param("limit", limit).query((row, _) -> new Item(
                                TaskRows.task(row, row.getObject("id", UUID.class)),
                                TaskRows.instant(row, "deleted_at")))
                        .list(),
                (item) -> item.task().id());
    }

    /**
     * A task as the API shows it, and where it is.
     *
     * @param deletedAt since when it is in the trash, null when it is not
     */
    record Item(@JsonUnwrapped TaskResponse task, @Nullable Instant deletedAt) {

    }

}

package com.taskflow.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.user.ExportSection;

/** Tasks in the export of one's data, those in the trash too, and what was done to them. */
@Configuration(proxyBeanMethods = false)
class TaskExport {

    private static final String SQL = """
            select * from task where user_id = :userId and id > :after order by id limit :limit""";

    @Bean
    ExportSection<Item, UUID> exportedTasks(JdbcClient jdbc) {
        return ExportSection.byId("tasks",
                (userId, after, limit) -> jdbc.sql(SQL).param("userId", userId).param("after", after)
                        .param("limit", limit).query((row, _) -> new Item(
                                TaskRows.task(row, row.getObject("id", UUID.class)),
                                Instants.of(row, "deleted_at"), row.getObject("trashed_by", UUID.class)))
                        .list(),
                (item) -> item.task().id());
    }

    @Bean
    ExportSection<Entry, Long> exportedHistory(ChangeLog log) {
        return new ExportSection<>("history", 0L,
                (userId, after, limit) -> log.after(userId, after, limit).stream().map(Entry::from).toList(),
                Entry::seq);
    }

    /**
     * A task as the API shows it, and where it is.
     *
     * @param deletedAt since when it is in the trash, null when it is not
     * @param trashedBy the operation that moved it there
     */
    record Item(@JsonUnwrapped TaskResponse task, @Nullable Instant deletedAt, @Nullable UUID trashedBy) {

    }

    /** An entry of the change log; its number means nothing elsewhere. */
    record Entry(@JsonIgnore long seq, UUID taskId, UUID operationId, @Nullable UUID sessionId, ChangeKind kind,
            Instant at, Map<TaskField, FieldChange> changes) {

        static Entry from(ChangeLog.Entry entry) {
            TaskChange change = entry.change();
            return new Entry(change.seq(), change.taskId(), entry.operationId(), entry.sessionId(), change.kind(),
                    entry.at(), change.fields());
        }

    }

}

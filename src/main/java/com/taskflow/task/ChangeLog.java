package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;

/**
 * The record of what was done to tasks, one entry for each change number: it is only added to, but for the contents of what
 * is purged, and entries and tombstones are kept for 90 days.
 */
@Component
class ChangeLog {

    private static final TypeReference<Map<String, FieldChange>> FIELDS = new TypeReference<>() {
    };

    private static final String APPEND = """
            insert into task_change (user_id, operation_id, session_id, created_at, seq, task_id, kind, fields)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private static final String TAKEN = """
            select id from task where user_id = :owner and id = any(:ids::uuid[])
            union all
            select task_id from task_change where user_id = :owner and task_id = any(:ids::uuid[]) and kind = 'purged'""";

    private static final String SELECT = """
            select seq, task_id, operation_id, session_id, kind, fields, created_at from task_change""";

    private final JdbcClient jdbc;

    private final JdbcOperations operations;

    private final JsonMapper json;

    ChangeLog(JdbcClient jdbc, JdbcOperations operations, JsonMapper json) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.json = json;
    }

    /** An entry with what it belongs to. */
    record Entry(TaskChange change, UUID operationId, @Nullable UUID sessionId, Instant at) {

    }

    /** Writes what an operation came to, in its transaction. What is purged leaves the log, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(TaskOperation operation, @Nullable UUID session, List<TaskChange> changes) {
        OffsetDateTime at = operation.at().atOffset(ZoneOffset.UTC);
        List<Object[]> entries = changes.stream()
                .map((change) -> new Object[]{operation.owner(), operation.id(), session, at, change.seq(),
                    change.taskId(), change.kind().wireName(), this.json.writeValueAsString(change.fields())})
                .toList();
        if (entries.size() == 1) {
            this.operations.update(APPEND, entries.getFirst());
        } else {
            // A batch, which the driver sends as one: an entry from arrays costs the database 150 µs more.
            this.operations.batchUpdate(APPEND, entries);
        }
        String[] purged = texts(changes.stream().filter((change) -> change.kind() == ChangeKind.PURGED).toList(),
                TaskChange::taskId);
        if (purged.length > 0) {
            this.jdbc.sql("update task_change set fields = '{}' where user_id = ? and task_id = any(?::uuid[])")
                    .params(operation.owner(), purged).update();
        }
    }

    private static <T> String[] texts(Collection<T> items, Function<T, Object> text) {
        return items.stream().map(text).map(String::valueOf).toArray(String[]::new);
    }

    /** Which of these ids the owner has, or had within the time that the log keeps. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> taken(UUID owner, Collection<UUID> ids) {
        return new HashSet<>(this.jdbc.sql(TAKEN).param("owner", owner).param("ids", texts(ids, (id) -> id))
                .query(UUID.class).list());
    }

    /** What an operation did, in the order of its numbers; nothing of one that was imported. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> ofOperation(UUID owner, UUID operation) {
        return this.jdbc.sql(SELECT + " where user_id = ? and operation_id = ? and not imported order by seq")
                .params(owner, operation)
                .query(this::entry).list();
    }

    /** What was done to a task, the latest first. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<Entry> ofTask(UUID owner, UUID task, long before, int limit) {
        return this.jdbc.sql(SELECT + " where user_id = ? and task_id = ? and seq < ? order by seq desc limit " + limit)
                .params(Arrays.asList(owner, task, before)).query(this::entry).list();
    }

    /** What was done to all of an owner's tasks after a change number. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Entry> after(UUID owner, long seq, int limit) {
        return this.jdbc
                .sql(SELECT + " where user_id = ? and seq > ? and task_id is not null order by seq limit " + limit)
                .params(owner, seq)
                .query(this::entry).list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        TaskChange change = new TaskChange(row.getLong("seq"), row.getObject("task_id", UUID.class),
                WireName.parse(ChangeKind.class, row.getString("kind")),
                TaskField.byName(this.json.readValue(row.getString("fields"), FIELDS)));
        return new Entry(change, row.getObject("operation_id", UUID.class), row.getObject("session_id", UUID.class),
                Instants.required(row, "created_at"));
    }

}

package com.taskflow.task;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.transfer.ImportChunk;
import com.taskflow.transfer.ImportItem;
import com.taskflow.transfer.ImportSection;

/**
 * Imports what was done to tasks, in its order but with the owner's next change numbers. It can be read and not undone:
 * nobody knows what the document's author has made of it.
 */
@Component
@Order(30)
class HistoryImport implements ImportSection<ImportedChange> {

    /** Entries that the log has already are left out, and ends of tasks that live here. */
    private static final String INSERT = """
            with entry as (
                select * from json_to_recordset(:rows::json) as e (n int, task_id uuid, operation_id uuid,
                    session_id uuid, kind text, fields jsonb, created_at timestamptz)
            ), fresh as (
                select e.*, row_number() over (order by n) as number from entry e where not exists (
                    select from task_change c where c.user_id = :owner and c.operation_id = e.operation_id
                        and c.task_id = e.task_id)
                    and not (e.kind = 'purged' and exists (
                        select from task t where t.user_id = :owner and t.id = e.task_id))
            )
            insert into task_change (user_id, seq, task_id, operation_id, session_id, kind, fields, created_at, imported)
            select :owner, :first + number - 1, task_id, operation_id, session_id, kind, fields, created_at, true
            from fresh""";

    private final ChangeCounter counter;

    private final JdbcClient jdbc;

    private final JsonMapper json;

    HistoryImport(ChangeCounter counter, JdbcClient jdbc, JsonMapper json) {
        this.counter = counter;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public @Nullable UUID subject(JsonNode item) {
        return ImportedIds.read(item, "taskId");
    }

    @Override
    public Class<ImportedChange> type() {
        return ImportedChange.class;
    }

    @Override
    public int store(UUID owner, List<ImportItem<ImportedChange>> items, ImportChunk chunk) {
        long first = this.counter.next(owner).seq();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        items.forEach((item) -> rows.add(row(item)));
        int stored = this.jdbc.sql(INSERT).param("owner", owner).param("first", first)
                .param("rows", this.json.writeValueAsString(rows)).update();
        this.counter.adjust(owner, stored - 1);
        return stored;
    }

    private static Map<String, @Nullable Object> row(ImportItem<ImportedChange> item) {
        ImportedChange change = item.value();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("n", item.position());
        row.put("task_id", change.taskId());
        row.put("operation_id", change.operationId());
        row.put("session_id", change.sessionId());
        row.put("kind", change.kind());
        row.put("fields", change.changes());
        row.put("created_at", change.at().atOffset(ZoneOffset.UTC).toString());
        return row;
    }

}

package com.taskflow.task;

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

/** Imports what was done and skipped of the tasks before. */
@Component
@Order(40)
class OccurrenceImport implements ImportSection<ImportedOccurrence> {

    private static final String ITEMS = """
            json_to_recordset(:items::json) as i (n int, task_id uuid, number int, date date, status text,
                at timestamptz)""";

    /** In their order, so that of two with one number the first is it. */
    private static final String INSERT = """
            insert into task_occurrence (user_id, task_id, number, occurrence_date, status, at)
            select t.user_id, t.id, i.number, i.date, i.status, i.at
            from %s join task t on t.user_id = :owner and t.id = i.task_id
            order by i.n on conflict do nothing""".formatted(ITEMS);

    private static final String LOST = """
            select i.n from %s where not exists (select from task_occurrence o where o.user_id = :owner
                and o.task_id = i.task_id and o.number = i.number and o.occurrence_date = i.date
                and o.status = i.status)""".formatted(ITEMS);

    private final JdbcClient jdbc;

    private final JsonMapper json;

    OccurrenceImport(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String name() {
        return "occurrences";
    }

    @Override
    public @Nullable UUID subject(JsonNode item) {
        return ImportedIds.read(item, "taskId");
    }

    @Override
    public Class<ImportedOccurrence> type() {
        return ImportedOccurrence.class;
    }

    @Override
    public int store(UUID owner, List<ImportItem<ImportedOccurrence>> items, ImportChunk chunk) {
        Map<Integer, UUID> subjects = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ImportItem<ImportedOccurrence> item : items) {
            subjects.put(item.position(), item.value().taskId());
            if (isOver(item.value())) {
                rows.add(row(item));
            } else {
                lose(item.position(), item.value().taskId(), chunk);
            }
        }
        String document = this.json.writeValueAsString(rows);
        int stored = this.jdbc.sql(INSERT).param("owner", owner).param("items", document).update();
        this.jdbc.sql(LOST).param("owner", owner).param("items", document).query(Integer.class).list()
                .forEach((position) -> lose(position, subjects.get(position), chunk));
        return stored;
    }

    private static boolean isOver(ImportedOccurrence occurrence) {
        return occurrence.status() == OccurrenceStatus.DONE || occurrence.status() == OccurrenceStatus.SKIPPED;
    }

    private static Map<String, Object> row(ImportItem<ImportedOccurrence> item) {
        ImportedOccurrence occurrence = item.value();
        return Map.of("n", item.position(), "task_id", occurrence.taskId(), "number", occurrence.number(), "date",
                TaskImportRows.date(occurrence.date()), "status", occurrence.status().wireName(), "at",
                occurrence.at().toString());
    }

    private static void lose(int position, @Nullable UUID task, ImportChunk chunk) {
        chunk.lose(position, task, null, "invalid",
                "must be done or skipped, of a task of the document, and the only one of its number");
    }

}

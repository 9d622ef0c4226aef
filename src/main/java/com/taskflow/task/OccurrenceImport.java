package com.taskflow.task;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import com.taskflow.transfer.ImportChunk;
import com.taskflow.transfer.ImportItem;
import com.taskflow.transfer.ImportSection;

/** Imports what was done and skipped of the tasks before. */
@Component
@Order(40)
class OccurrenceImport implements ImportSection<ImportedOccurrence> {

    private static final String INSERT = """
            insert into task_occurrence (user_id, task_id, number, occurrence_date, status, at)
            select ?, t.id, ?, ?, ?, ? from task t where t.user_id = ? and t.id = ? on conflict do nothing""";

    private final JdbcClient jdbc;

    OccurrenceImport(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        int stored = 0;
        for (ImportItem<ImportedOccurrence> item : items) {
            ImportedOccurrence occurrence = item.value();
            int inserted = isOver(occurrence) ? insert(owner, occurrence) : 0;
            if (inserted == 0 && !isThere(owner, occurrence)) {
                chunk.lose(item.position(), occurrence.taskId(), null, "invalid",
                        "must be done or skipped, of a task of the document, and the only one of its number");
            }
            stored += inserted;
        }
        return stored;
    }

    private boolean isThere(UUID owner, ImportedOccurrence occurrence) {
        return this.jdbc.sql("""
                select exists(select 1 from task_occurrence
                where user_id = ? and task_id = ? and number = ? and occurrence_date = ? and status = ?)""")
                .params(owner, occurrence.taskId(), occurrence.number(), occurrence.date(),
                        occurrence.status().wireName())
                .query(Boolean.class).single();
    }

    private static boolean isOver(ImportedOccurrence occurrence) {
        return occurrence.status() == OccurrenceStatus.DONE || occurrence.status() == OccurrenceStatus.SKIPPED;
    }

    private int insert(UUID owner, ImportedOccurrence occurrence) {
        return this.jdbc.sql(INSERT).params(owner, occurrence.number(), occurrence.date(),
                occurrence.status().wireName(), occurrence.at().atOffset(ZoneOffset.UTC), owner, occurrence.taskId())
                .update();
    }

}

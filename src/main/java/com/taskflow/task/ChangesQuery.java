package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what became of an owner's tasks after a change number, with the counter, in one statement that sees one moment.
 * A task comes once, at the number of its last change; one that is gone for good at that of its tombstone.
 */
@Component
class ChangesQuery {

    private static final String SQL = """
            select c.epoch, c.seq as head, t.* from change_counter c left join lateral (
                (select seq, id, deleted_at is not null as removed, title, description, status, priority, due_date,
                    due_time, due_zone, rank, labels, parent_id, created_at, updated_at, completed_at, version,
                    recurrence_rule, recurrence_from, anchor_date, anchor_time, anchor_zone, occurrence_date,
                    occurrence_number, occurrence_first, reminders
                from task where user_id = :owner and seq > :after order by seq limit {limit})
                union all
                (select seq, task_id, true, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null, null
                from task_change where user_id = :owner and seq > :after and kind = 'purged' order by seq limit {limit})
                order by seq limit {limit}
            ) t on true where c.user_id = :owner order by t.seq""";

    private final JdbcClient jdbc;

    ChangesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the statement found. */
    record Result(ChangeCounter.Position position, List<Row> rows) {

    }

    /**
     * A task that has changed.
     *
     * @param task as it is now, null when it is in the trash or gone
     */
    record Row(long seq, UUID id, @Nullable TaskResponse task) {

    }

    Result run(UUID owner, long after, int limit) {
        Collector collector = new Collector();
        this.jdbc.sql(SQL.replace("{limit}", Integer.toString(limit))).param("owner", owner).param("after", after)
                .query(collector);
        return new Result(new ChangeCounter.Position(collector.epoch, collector.head), collector.rows);
    }

    private static final class Collector implements RowCallbackHandler {

        private final List<Row> rows = new ArrayList<>();

        private long epoch;

        private long head;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            this.epoch = row.getLong("epoch");
            this.head = row.getLong("head");
            UUID id = row.getObject("id", UUID.class);
            if (id != null) {
                this.rows.add(
                        new Row(row.getLong("seq"), id, row.getBoolean("removed") ? null : TaskRows.task(row, id)));
            }
        }

    }

}

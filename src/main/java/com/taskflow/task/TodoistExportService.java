package com.taskflow.task;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import com.taskflow.platform.security.CurrentUser;

/** Writes open tasks as CSV in Todoist's template form, in their manual order, sub-tasks below their parents. */
@Service
class TodoistExportService {

    /** Tasks at the top, or below what is not open, some at a time, each with its whole tree. */
    private static final String SQL = """
            with recursive root as (
                select id from task t where user_id = :owner and deleted_at is null and status <> 'done'
                    and (rank, id) > (:rank, :id) and not exists (
                        select from task p where p.user_id = t.user_id and p.id = t.parent_id and p.deleted_at is null
                            and p.status <> 'done')
                order by rank, id limit 500
            ), tree as (
                select t.*, 1 as depth, array[t.rank, t.id::text collate "C"] as path
                from task t join root on root.id = t.id where t.user_id = :owner
                union all
                select t.*, tree.depth + 1, tree.path || array[t.rank, t.id::text collate "C"]
                from task t join tree on t.parent_id = tree.id
                where t.user_id = :owner and t.deleted_at is null and t.status <> 'done'
            )
            select * from tree order by path""";

    private final JdbcClient jdbc;

    TodoistExportService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(TaskResponse task, int depth) {

    }

    /**
     * Writes the file while it reads, in no transaction: one would keep a connection for as long as the client takes.
     * @throws IOException when the client has gone
     */
    void write(CurrentUser actor, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(TodoistTemplate.COLUMNS);
        String rank = "";
        UUID id = new UUID(0, 0);
        List<Row> rows = read(actor.id(), rank, id);
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                csv.writeRecord(TodoistTemplate.row(row.task(), row.depth()));
                rank = (row.depth() == 1) ? row.task().rank() : rank;
                id = (row.depth() == 1) ? row.task().id() : id;
            }
            rows = read(actor.id(), rank, id);
        }
        csv.flush();
    }

    private List<Row> read(UUID owner, String rank, UUID id) {
        return this.jdbc.sql(SQL).param("owner", owner).param("rank", rank)
                .param("id", id)
                .query((row, _) -> new Row(TaskRows.task(row, row.getObject("id", UUID.class)), row.getInt("depth")))
                .list();
    }

}

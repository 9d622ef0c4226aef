package com.taskflow.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobsDatabase;
import com.taskflow.platform.persistence.OwnerTransactions;

/**
 * Takes staged items over, a chunk in each transaction: what is stored leaves the staging table with the same commit, so
 * that an import that was interrupted goes on where it was, and the owner's other writes get their turn in between.
 */
@Component
class ImportChunks {

    private static final String READ = """
            select position, body from data_import_item i
            where user_id = :owner and import_id = :import and section = :section and position > :after
            """;

    /** Those whose predecessor is not waiting itself any more. */
    private static final String WITHOUT_PREDECESSOR = """
            and (predecessor is null or not exists (select from data_import_item p where p.user_id = i.user_id
                and p.import_id = i.import_id and p.section = i.section and p.subject = i.predecessor))""";

    private final JdbcClient jdbc;

    private final ImportReader reader;

    private final ImportRecords records;

    private final OwnerTransactions transactions;

    ImportChunks(JdbcClient jdbc, ImportReader reader, ImportRecords records, OwnerTransactions transactions) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.records = records;
        this.transactions = transactions;
    }

    /** An item as it is staged. */
    record Staged(int position, String body) {

    }

    /** The next staged items of a section behind a position; all of them or only those whose turn it is. */
    List<Staged> read(ImportId id, String section, int after, boolean inTurn) {
        String sql = READ + (inTurn ? WITHOUT_PREDECESSOR : "") + " order by position limit " + JobsDatabase.CHUNK;
        return this.jdbc.sql(sql).param("owner", id.userId()).param("import", id.id()).param("section", section)
                .param("after", after).query((row, _) -> new Staged(row.getInt(1), row.getString(2))).list();
    }

    /** Stores a chunk. What can be done before the transaction is. */
    <T> void store(ImportId id, ImportSection<T> section, List<Staged> staged) {
        ImportChunk read = new ImportChunk(section.name());
        List<ImportItem<T>> items = new ArrayList<>();
        for (Staged item : staged) {
            this.reader.read(section, item, read).ifPresent((value) -> items.add(new ImportItem<>(item.position(),
                    value)));
        }
        this.transactions.<Integer>write(id.userId(), (_) -> {
            ImportChunk chunk = new ImportChunk(section.name());
            int imported = items.isEmpty() ? 0 : section.store(id.userId(), items, chunk);
            remove(id, section.name(), staged);
            List<UUID> left = new ArrayList<>(read.leftOut());
            left.addAll(chunk.leftOut());
            int dropped = leaveOut(id, section.name(), left);
            List<ImportLoss> losses = new ArrayList<>(read.losses());
            losses.addAll(chunk.losses());
            this.records.processed(id, staged.size() + dropped, imported, losses);
            return imported;
        });
    }

    /** @throws IllegalStateException when somebody else has stored them meanwhile */
    private void remove(ImportId id, String section, List<Staged> staged) {
        int removed = this.jdbc.sql("""
                delete from data_import_item
                where user_id = ? and import_id = ? and section = ? and position = any(?::int[])""")
                .params(id.userId(), id.id(), section, staged.stream().map(Staged::position).toArray(Integer[]::new))
                .update();
        if (removed != staged.size()) {
            throw new IllegalStateException("Another run of the same import is under way");
        }
    }

    private int leaveOut(ImportId id, String section, List<UUID> subjects) {
        if (subjects.isEmpty()) {
            return 0;
        }
        return this.jdbc.sql("""
                delete from data_import_item
                where user_id = ? and import_id = ? and section <> ? and subject = any(?::uuid[])""")
                .params(id.userId(), id.id(), section,
                        subjects.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

}

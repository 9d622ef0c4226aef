package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.transfer.ImportChunk;
import com.taskflow.transfer.ImportItem;
import com.taskflow.transfer.ImportSection;

/** Imports saved filters. One whose id is there already stays as it is, and says so when it is another. */
@Component
@Order(50)
class FilterImport implements ImportSection<ImportedFilter> {

    private static final String INSERT = """
            insert into saved_filter (user_id, id, name, filter, sort, version, created_at, updated_at)
            select :owner, :id, :name, :filter, :sort, :version, :createdAt, :updatedAt
            where (select count(*) from saved_filter where user_id = :owner) < :most on conflict do nothing""";

    private final ChangeCounter counter;

    private final JdbcClient jdbc;

    private final Clock clock;

    FilterImport(ChangeCounter counter, JdbcClient jdbc, Clock clock) {
        this.counter = counter;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "filters";
    }

    @Override
    public Class<ImportedFilter> type() {
        return ImportedFilter.class;
    }

    @Override
    public int store(UUID owner, List<ImportItem<ImportedFilter>> items, ImportChunk chunk) {
        // The count holds until it has been compared.
        this.counter.lock(owner);
        int stored = 0;
        for (ImportItem<ImportedFilter> item : items) {
            ImportedFilter filter = item.value();
            int inserted = Identifiers.isVersion7(filter.id()) ? insert(owner, filter) : 0;
            if (inserted == 0 && !isThere(owner, filter)) {
                chunk.lose(item.position(), filter.id(), null, "id-taken",
                        "You have another filter with this id, too many, or its id is no UUIDv7");
            }
            stored += inserted;
        }
        return stored;
    }

    private int insert(UUID owner, ImportedFilter filter) {
        Instant created = Objects.requireNonNullElseGet(filter.createdAt(), this.clock::instant);
        Instant updated = Objects.requireNonNullElse(filter.updatedAt(), created);
        return this.jdbc.sql(INSERT).param("owner", owner).param("id", filter.id()).param("name", filter.name())
                .param("filter", filter.filter()).param("sort", filter.sort())
                .param("version", Objects.requireNonNullElse(filter.version(), 0))
                .param("createdAt", created.atOffset(ZoneOffset.UTC))
                .param("updatedAt", updated.atOffset(ZoneOffset.UTC)).param("most", SavedFilterService.MOST).update();
    }

    private boolean isThere(UUID owner, ImportedFilter filter) {
        return this.jdbc.sql("""
                select exists(select 1 from saved_filter where user_id = ? and id = ? and name = ? and filter = ?)""")
                .params(owner, filter.id(), filter.name(), filter.filter()).query(Boolean.class).single();
    }

}

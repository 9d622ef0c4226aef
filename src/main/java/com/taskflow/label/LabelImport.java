package com.taskflow.label;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.transfer.ImportChunk;
import com.taskflow.transfer.ImportItem;
import com.taskflow.transfer.ImportSection;

/** Imports labels. One whose name is there already keeps what it has, and says so when that is something else. */
@Component
@Order(10)
class LabelImport implements ImportSection<ImportedLabel> {

    private static final String INSERT = """
            insert into label (user_id, id, name, color, version, created_at, updated_at)
            values (:owner, :id, :name, :color, :version, :createdAt, :updatedAt) on conflict do nothing""";

    private final JdbcClient jdbc;

    private final Clock clock;

    LabelImport(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Class<ImportedLabel> type() {
        return ImportedLabel.class;
    }

    @Override
    public int store(UUID owner, List<ImportItem<ImportedLabel>> items, ImportChunk chunk) {
        int stored = 0;
        for (ImportItem<ImportedLabel> item : items) {
            ImportedLabel label = item.value();
            int inserted = Identifiers.isVersion7(label.id()) ? insert(owner, label) : 0;
            if (inserted == 0 && !isThere(owner, label)) {
                chunk.lose(item.position(), label.id(), null, "label-exists",
                        "You have another label of this name or id, or its id is no UUIDv7");
            }
            stored += inserted;
        }
        return stored;
    }

    private int insert(UUID owner, ImportedLabel label) {
        Instant created = Objects.requireNonNullElseGet(label.createdAt(), this.clock::instant);
        Instant updated = Objects.requireNonNullElse(label.updatedAt(), created);
        return this.jdbc.sql(INSERT).param("owner", owner).param("id", label.id()).param("name", label.name())
                .param("color", label.color()).param("version", Objects.requireNonNullElse(label.version(), 0))
                .param("createdAt", created.atOffset(ZoneOffset.UTC))
                .param("updatedAt", updated.atOffset(ZoneOffset.UTC)).update();
    }

    /** Whether the name has that colour, or would get none by the import. */
    private boolean isThere(UUID owner, ImportedLabel label) {
        Optional<String> color = this.jdbc
                .sql("select coalesce(color, '') from label where user_id = ? and name = ?")
                .params(owner, label.name()).query(String.class).optional();
        return color.isPresent() && (label.color() == null || label.color().equals(color.get()));
    }

}

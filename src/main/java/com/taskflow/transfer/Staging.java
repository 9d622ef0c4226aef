package com.taskflow.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.taskflow.platform.jobs.JobsDatabase;
import com.taskflow.platform.web.RequestText;

/**
 * Puts what a format reads into the staging table, in chunks that each commit by themselves; for one document, by one
 * thread.
 */
final class Staging implements ImportSink {

    private static final String INSERT_ITEMS = """
            insert into data_import_item (user_id, import_id, section, position, subject, predecessor, body)
            select :owner, :import, s, p, i, a, b
            from unnest(:sections::text[], :positions::int[], :subjects::uuid[], :predecessors::uuid[], :bodies::text[])
                as item (s, p, i, a, b)""";

    /** Characters of one item: as much as the body of a request may have. */
    private static final int LARGEST_ITEM = 256 * 1024;

    /** Characters of a chunk, so that large items do not add up. */
    private static final int LARGEST_CHUNK = 1024 * 1024;

    private final Map<String, ImportSection<?>> sections;

    private final Map<String, Integer> positions = new HashMap<>();

    private final List<Row> rows = new ArrayList<>();

    private final List<ImportLoss> losses = new ArrayList<>();

    private final JdbcClient jdbc;

    private final ImportRecords records;

    private final ImportId id;

    private int characters;

    Staging(ImportId id, List<ImportSection<?>> sections, JdbcClient jdbc,
            ImportRecords records) {
        this.id = id;
        this.sections = sections.stream().collect(Collectors.toMap(ImportSection::name, Function.identity()));
        this.jdbc = jdbc;
        this.records = records;
    }

    private record Row(String section, int position, @Nullable UUID subject, @Nullable UUID predecessor, String body) {

    }

    @Override
    public void item(String section, JsonNode item) {
        ImportSection<?> owner = Objects.requireNonNull(this.sections.get(section));
        int position = this.positions.merge(section, 1, Integer::sum) - 1;
        String body = item.toString();
        String problem = problem(item, body);
        if (problem != null) {
            lose(section, position, null, "invalid", problem);
            return;
        }
        this.rows.add(new Row(section, position, owner.subject(item), owner.predecessor(item), body));
        this.characters += body.length();
        if (this.rows.size() == JobsDatabase.CHUNK || this.characters > LARGEST_CHUNK) {
            flush();
        }
    }

    private static @Nullable String problem(JsonNode item, String body) {
        if (!item.isObject()) {
            return "is no object";
        }
        if (body.length() > LARGEST_ITEM) {
            return "is too large";
        }
        return isStorable(item) ? null : "must not contain U+0000 or half of a surrogate pair";
    }

    private static boolean isStorable(JsonNode node) {
        return node.isString()
                ? RequestText.isStorable(node.asString())
                : node.propertyNames().stream().allMatch(RequestText::isStorable)
                        && node.valueStream().allMatch(Staging::isStorable);
    }

    @Override
    public void lose(String section, @Nullable Integer position, @Nullable String field, String code, String message) {
        this.losses.add(new ImportLoss(section, position, null, field, code, message));
        if (this.losses.size() == JobsDatabase.CHUNK) {
            flush();
        }
    }

    /** Stores what is at hand. */
    void flush() {
        this.jdbc.sql(INSERT_ITEMS).param("owner", this.id.userId()).param("import", this.id.id())
                .param("sections", column(Row::section)).param("positions", column(Row::position))
                .param("subjects", column(Row::subject)).param("predecessors", column(Row::predecessor))
                .param("bodies", column(Row::body)).update();
        this.records.received(this.id, this.rows.size(), this.losses);
        this.rows.clear();
        this.losses.clear();
        this.characters = 0;
    }

    private @Nullable String[] column(Function<Row, @Nullable Object> value) {
        return this.rows.stream().map(value).map((cell) -> (cell != null) ? cell.toString() : null)
                .toArray(String[]::new);
    }

}

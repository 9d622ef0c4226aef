package com.taskflow.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;

/** What is known of imports: how far they are and what was lost. A user has one at a time. */
@Component
class ImportRecords {

    /** A document that nothing more came of for so long has been given up. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final String COLUMNS = """
            select id, format, status, items, processed, imported, losses, created_at, finished_at from data_import""";

    private static final String INSERT_LOSSES = """
            insert into data_import_loss (user_id, import_id, number, section, position, subject, field, code, message)
            select :owner, :import, :first + n, s, p, i, f, c, m
            from unnest(:sections::text[], :positions::int[], :subjects::uuid[], :fields::text[], :codes::text[],
                :messages::text[]) with ordinality as loss (s, p, i, f, c, m, n)""";

    private final JdbcClient jdbc;

    private final Clock clock;

    ImportRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws ConflictException {@code import-running} */
    @Transactional
    public ImportId begin(UUID owner, String format) {
        ImportId id = new ImportId(owner, Identifiers.next());
        this.jdbc.sql("delete from data_import where user_id = ? and status = 'receiving' and touched_at < ?")
                .params(owner, time(this.clock.instant().minus(LONGEST_SILENCE))).update();
        try {
            this.jdbc.sql("""
                    insert into data_import (user_id, id, format, status, created_at, touched_at)
                    values (:owner, :id, :format, 'receiving', :now, :now)""").param("owner", owner)
                    .param("id", id.id()).param("format", format).param("now", now()).update();
        } catch (DuplicateKeyException ex) {
            throw ConflictException.of("import-running", "One import at a time: wait until the one before is done.");
        }
        return id;
    }

    @Transactional
    public void received(ImportId id, int items, List<ImportLoss> losses) {
        progress(id, "items = items + :count", items, losses);
    }

    /** Counts items that have been looked at, inside the transaction that stored them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void processed(ImportId id, int items, int imported, List<ImportLoss> losses) {
        progress(id, "processed = processed + :count, imported = imported + " + imported, items, losses);
    }

    private void progress(ImportId id, String change, int count, List<ImportLoss> losses) {
        int all = this.jdbc.sql("""
                update data_import set %s, losses = losses + :losses, touched_at = :now
                where user_id = :owner and id = :id returning losses""".formatted(change)).param("count", count)
                .param("losses", losses.size()).param("now", now()).param("owner", id.userId()).param("id", id.id())
                .query(Integer.class).single();
        if (!losses.isEmpty()) {
            insert(id, all - losses.size(), losses);
        }
    }

    private void insert(ImportId id, int first, List<ImportLoss> losses) {
        this.jdbc.sql(INSERT_LOSSES).param("owner", id.userId()).param("import", id.id()).param("first", first)
                .param("sections", losses.stream().map(ImportLoss::section).toArray(String[]::new))
                .param("positions", losses.stream().map(ImportLoss::position).toArray(Integer[]::new))
                .param("subjects", losses.stream().map(ImportLoss::subject).map(ImportRecords::text)
                        .toArray(String[]::new))
                .param("fields", losses.stream().map(ImportLoss::field).toArray(String[]::new))
                .param("codes", losses.stream().map(ImportLoss::code).toArray(String[]::new))
                .param("messages", losses.stream().map(ImportLoss::message).toArray(String[]::new)).update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return (value != null) ? value.toString() : null;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void run(ImportId id) {
        move(id, ImportStatus.RUNNING, null);
    }

    @Transactional
    public void finish(ImportId id) {
        move(id, ImportStatus.DONE, now());
    }

    private void move(ImportId id, ImportStatus status, @Nullable OffsetDateTime finishedAt) {
        this.jdbc.sql("update data_import set status = :status, finished_at = :at where user_id = :owner and id = :id")
                .param("status", status.wireName()).param("at", finishedAt).param("owner", id.userId())
                .param("id", id.id()).update();
    }

    @Transactional
    public void delete(ImportId id) {
        this.jdbc.sql("delete from data_import where user_id = ? and id = ?").params(id.userId(), id.id()).update();
    }

    @Transactional(readOnly = true)
    public Optional<ImportResponse> find(ImportId id) {
        return this.jdbc.sql(COLUMNS + " where user_id = ? and id = ?").params(id.userId(), id.id())
                .query(ImportRecords::response).optional();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ImportResponse> list(UUID owner, int limit) {
        return this.jdbc.sql(COLUMNS + " where user_id = ? order by id desc limit " + limit).param(owner)
                .query(ImportRecords::response).list();
    }

    @Transactional(readOnly = true)
    public List<ImportLoss> losses(ImportId id, int after, int limit) {
        return this.jdbc.sql("""
                select section, position, subject, field, code, message from data_import_loss
                where user_id = ? and import_id = ? and number > ? order by number limit\s""" + limit)
                .params(id.userId(), id.id(), after).query((row, _) -> new ImportLoss(row.getString("section"),
                        row.getObject("position", Integer.class), row.getObject("subject", UUID.class),
                        row.getString("field"), row.getString("code"), row.getString("message")))
                .list();
    }

    private static ImportResponse response(ResultSet row, int number) throws SQLException {
        return new ImportResponse(row.getObject("id", UUID.class), row.getString("format"),
                WireName.parse(ImportStatus.class, row.getString("status")), row.getInt("items"),
                row.getInt("processed"), row.getInt("imported"), row.getInt("losses"),
                Instants.required(row, "created_at"), Instants.of(row, "finished_at"));
    }

    private OffsetDateTime now() {
        return time(this.clock.instant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

}

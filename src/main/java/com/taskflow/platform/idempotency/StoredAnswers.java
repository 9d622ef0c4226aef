package com.taskflow.platform.idempotency;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.error.ConflictException;

/** The answers to keyed writes, each stored in the transaction of its write. */
@Component
class StoredAnswers {

    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String FIND = """
            select encode(fingerprint, 'hex') as fingerprint, status, convert_from(body, 'UTF8') as body, etag, location, operation_id from idempotency_key
            where user_id = ? and route = ? and key = ?""";

    private static final String STORE = """
            insert into idempotency_key
                (user_id, route, key, fingerprint, status, body, etag, location, operation_id, created_at)
            values (:owner, :route, :key, decode(:fingerprint, 'hex'), :status, convert_to(:body, 'UTF8'), :etag, :location, :operation, :at)""";

    private final JdbcClient jdbc;

    private final JsonMapper json;

    private final Clock clock;

    StoredAnswers(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Claims the key until the transaction ends. A unique index alone would have the second request wait for the first.
     * @throws ConflictException 409 {@code idempotency-key-in-use} while another request is at work under the key
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(IdempotencyKey key) {
        if (!this.jdbc.sql(CLAIM).param(key.name()).query(Boolean.class).single()) {
            throw inUse();
        }
    }

    static ConflictException inUse() {
        return ConflictException.of("idempotency-key-in-use",
                "A request with this Idempotency-Key is being worked on: try again shortly.");
    }

    /** Whether there is an answer under the key, to this write or another one. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean isTaken(IdempotencyKey key) {
        return this.jdbc.sql("select exists (select from idempotency_key where user_id = ? and route = ? and key = ?)")
                .params(key.owner(), key.route(), key.key()).query(Boolean.class).single();
    }

    /**
     * The answer that the same write got before.
     * @throws ConflictException 422 {@code idempotency-key-reused} when it was another write
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        return this.jdbc.sql(FIND).params(key.owner(), key.route(), key.key()).query((row, _) -> answer(row, key))
                .optional();
    }

    private static StoredAnswer answer(ResultSet row, IdempotencyKey key) throws SQLException {
        if (!row.getString("fingerprint").equals(key.fingerprint())) {
            throw ConflictException.unprocessable("idempotency-key-reused",
                    "This Idempotency-Key was used for another request: take a new one.");
        }
        String location = row.getString("location");
        return new StoredAnswer(row.getInt("status"), row.getString("body"), row.getString("etag"),
                (location != null) ? URI.create(location) : null, row.getObject("operation_id", UUID.class));
    }

    /** Stores an answer that has not been written yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(IdempotencyKey key, ResponseEntity<?> answer) {
        store(key, StoredAnswer.of(answer, this.json.writeValueAsString(answer.getBody())));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void store(IdempotencyKey key, StoredAnswer answer) {
        this.jdbc.sql(STORE).param("owner", key.owner()).param("route", key.route()).param("key", key.key())
                .param("fingerprint", key.fingerprint()).param("status", answer.status()).param("body", answer.body())
                .param("etag", answer.etag())
                .param("location", (answer.location() != null) ? answer.location().toString() : null)
                .param("operation", answer.operationId()).param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

}

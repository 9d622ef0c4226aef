package com.taskflow.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;

/** Makes and revokes feeds, and finds whose a secret is. */
@Service
class FeedService {

    private static final int MOST = 10;

    private final JdbcClient jdbc;

    private final OwnerTransactions transactions;

    private final Clock clock;

    FeedService(JdbcClient jdbc, OwnerTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws ConflictException {@code too-many-feeds} */
    NewFeedResponse create(CurrentUser actor, CreateFeedRequest request) {
        FeedSecret secret = FeedSecret.make();
        UUID id = Identifiers.next();
        Instant now = this.clock.instant();
        return this.transactions.write(actor.id(), (_) -> {
            int inserted = this.jdbc.sql("""
                    insert into calendar_feed (user_id, id, name, secret_hash, created_at)
                    select :owner, :id, :name, :hash, :now
                    where (select count(*) from calendar_feed where user_id = :owner) < :most""")
                    .param("owner", actor.id()).param("id", id).param("name", request.name())
                    .param("hash", secret.hash()).param("now", now.atOffset(ZoneOffset.UTC)).param("most", MOST)
                    .update();
            if (inserted == 0) {
                throw ConflictException.of("too-many-feeds", "You have ten feeds: revoke one first.");
            }
            return new NewFeedResponse(id, request.name(), now, "/api/v1/calendar/" + secret.text() + ".ics");
        });
    }

    @Transactional(readOnly = true)
    public FeedList list(CurrentUser actor) {
        List<FeedResponse> feeds = this.jdbc
                .sql("select id, name, created_at from calendar_feed where user_id = ? order by id").param(actor.id())
                .query((row, _) -> new FeedResponse(row.getObject("id", UUID.class), row.getString("name"),
                        Instants.required(row, "created_at")))
                .list();
        return new FeedList(feeds);
    }

    /** From now on its address leads nowhere. */
    @Transactional
    public void revoke(CurrentUser actor, UUID id) {
        int deleted = this.jdbc.sql("delete from calendar_feed where user_id = ? and id = ?").params(actor.id(), id)
                .update();
        if (deleted == 0) {
            throw NotFoundException.of("feed", id);
        }
    }

    /** Whose feed it opens; read from the primary, so that a revocation counts at once. */
    @Transactional
    public Optional<UUID> owner(FeedSecret secret) {
        return this.jdbc.sql("""
                select f.user_id from calendar_feed f join users u on u.id = f.user_id
                where f.secret_hash = ? and u.disabled_at is null""").param(secret.hash()).query(UUID.class)
                .optional();
    }

}

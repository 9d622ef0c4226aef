package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.OwnerTransactions;

/**
 * Counts attempts in PostgreSQL, each in one statement that also decides: the counter's row lock orders parallel ones
 * over all replicas. Those of one process queue before they borrow a connection, so that guesses at one account cannot
 * drain the pool. Times are the database's.
 */
@Component
class AttemptCounters {

    /**
     * Locks the subject's row unless it is blocked as it stands; returns and changes nothing when it is. The window slides:
     * {@code recent} has the times of the attempts in it, as many as make the last one block. Once blocked, every further
     * attempt blocks for longer, until a window has passed since the end of a wait.
     */
    private static final String RESERVE = """
            insert into sign_in_counter as c (subject, user_id, session_id, failures, total, recent, window_ends_at,
                idle_since)
            select :subject, (select id from users where id = cast(:userId as uuid)),
                (select id from session where id = cast(:sessionId as uuid)), 1, 1, array[now()],
                now() + :window * interval '1 ms', case when cast(:userId as uuid) is null then now() end
            where not exists (select from sign_in_counter
                where subject = :subject and (total >= :hardStop or blocked_until > now()))
            on conflict (subject) do update
            set (failures, total, recent, window_ends_at, blocked_until, idle_since) = (
                select n, c.total + 1, times, now() + coalesce(wait, interval '0') + :window * interval '1 ms',
                    now() + wait, case when c.idle_since is not null then now() end
                from (select now() || array(select t from unnest(c.recent) as t
                            where t > now() - :window * interval '1 ms' order by t desc limit :limit - 1) as times,
                        cast(:waits as bigint[]) as waits) sliding
                    cross join lateral (select case when c.failures >= :limit and c.window_ends_at > now()
                        then c.failures + 1 else cardinality(times) end as n) counted
                    cross join lateral (select case when n >= :limit
                        then waits[least(n - :limit + 1, cardinality(waits))] * interval '1 ms' end as wait) waiting)
            where c.total < :hardStop and (c.blocked_until is null or c.blocked_until <= now())
            returning failures""";

    private final JdbcClient jdbc;

    private final OwnerTransactions transactions;

    private final LockoutProperties properties;

    private final String waits;

    AttemptCounters(JdbcClient jdbc, OwnerTransactions transactions, LockoutProperties properties) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.properties = properties;
        this.waits = properties.waits().stream().map(Duration::toMillis).map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Counts an attempt before anything is known of it, in a transaction of its own, and says whether it is one too many.
     * @throws com.taskflow.platform.error.UnavailableException after a second of waiting behind other attempts
     */
    public Attempt reserve(AttemptSubject subject) {
        UUID turn = UUID.nameUUIDFromBytes(subject.key().getBytes(StandardCharsets.US_ASCII));
        return this.transactions.write(turn, (_) -> count(subject));
    }

    private Attempt count(AttemptSubject subject) {
        return this.jdbc.sql(RESERVE).param("subject", subject.key()).param("userId", subject.userId())
                .param("sessionId", subject.sessionId())
                .param("window", this.properties.window().toMillis()).param("waits", this.waits)
                .param("limit", this.properties.failures()).param("hardStop", this.properties.hardStop())
                .query(Integer.class).optional()
                .map((failures) -> new Attempt(subject, true, failures >= this.properties.failures()))
                .orElseGet(() -> new Attempt(subject, false, false));
    }

    /** Takes back an attempt whose password was not looked at after all, and the wait that it began. */
    @Transactional
    public void giveBack(AttemptSubject subject) {
        this.jdbc.sql("""
                update sign_in_counter set failures = failures - 1, total = total - 1, recent = recent[2:],
                    blocked_until = null
                where subject = ? and failures > 0""").param(subject.key()).update();
    }

    /** Forgets what was counted for the subject, inside the caller's transaction, which has locked the user's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void clear(AttemptSubject subject) {
        this.jdbc.sql("delete from sign_in_counter where subject = ?").param(subject.key()).update();
    }

    /** Forgets what was counted for the account and all its devices, likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void clear(UUID userId) {
        this.jdbc.sql("delete from sign_in_counter where user_id = ?").param(userId).update();
    }

}

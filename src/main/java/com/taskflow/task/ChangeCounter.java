package com.taskflow.task;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.OwnReads;
import com.taskflow.user.UserRegistered;

/**
 * The owner's change numbers. Taking one locks the owner's counter until the transaction ends: numbers are
 * commit-ordered and, since a rollback gives them back, gap-free. It is the first statement of every write.
 */
@Component
class ChangeCounter {

    private static final String NEXT = """
            update change_counter set seq = seq + 1 where user_id = ?
            returning seq, (select time_zone from users where id = user_id) time_zone""";

    private final JdbcClient jdbc;

    private final OwnReads reads;

    private final Clock clock;

    ChangeCounter(JdbcClient jdbc, OwnReads reads, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Where an owner's counter stands.
     *
     * @param epoch changes when numbers may have been given out twice, after a restore
     */
    record Position(long epoch, long seq) {

    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Position position(UUID owner) {
        return this.jdbc.sql("select epoch, seq from change_counter where user_id = ?").param(owner)
                .query(Position.class).single();
    }

    /**
     * An owner's turn to write.
     *
     * @param seq the number that the write begins with
     * @param zone where the owner's days begin
     */
    record Turn(long seq, ZoneId zone) {

    }

    /** The owner's next number, inside the caller's transaction, and what most writes would need a statement for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Turn next(UUID owner) {
        Turn turn = this.jdbc.sql(NEXT).param(owner)
                .query((row, _) -> new Turn(row.getLong("seq"), ZoneId.of(row.getString("time_zone")))).single();
        this.reads.written(owner, turn.seq());
        return turn;
    }

    /** Takes the lock and no number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID owner) {
        this.jdbc.sql("select seq from change_counter where user_id = ? for no key update").param(owner)
                .query(Long.class).single();
    }

    /** Takes the lock, and no number, where nobody has it; whoever holds the user's row already may not wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tryLock(UUID owner) {
        return this.jdbc.sql("select seq from change_counter where user_id = ? for no key update skip locked")
                .param(owner).query(Long.class).optional().isPresent();
    }

    /** Takes a number for a move to another time zone, which changes lists and no task. Its entry in the log says so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(UUID owner) {
        this.jdbc.sql("""
                insert into task_change (user_id, seq, operation_id, kind, fields, created_at)
                values (?, ?, ?, 'moved', '{}', ?)""").params(owner, next(owner).seq(), Identifiers.next(),
                this.clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** Takes more numbers after the {@linkplain #next next} one, or gives that one back, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adjust(UUID owner, int more) {
        if (more != 0) {
            this.jdbc.sql("update change_counter set seq = seq + ? where user_id = ?").params(more, owner).update();
        }
    }

    /** A new account's counter. Its epoch is the time, which no counter restored from a backup can have had before. */
    @EventListener
    void start(UserRegistered event) {
        this.jdbc.sql("insert into change_counter (user_id, epoch) values (?, ?)").param(event.userId())
                .param(this.clock.millis()).update();
    }

}

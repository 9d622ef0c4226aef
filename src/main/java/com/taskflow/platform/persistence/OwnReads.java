package com.taskflow.platform.persistence;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads an owner's data from the replica where there is one, and never older than the owner's last write: such a
 * statement also returns the owner's change number, and is repeated on the primary when that is lower than the one of
 * the last write, when the last write is not known, or when the replica fails. Safe with N replicas of the service.
 */
@Component
public class OwnReads {

    private static final Logger log = LoggerFactory.getLogger(OwnReads.class);

    private final JdbcClient primary;

    private final @Nullable Replica replica;

    private final @Nullable LastWrites writes;

    private final ReadMetrics metrics;

    OwnReads(JdbcClient primary, ObjectProvider<Replica> replica, ObjectProvider<LastWrites> writes,
            ReadMetrics metrics) {
        this.primary = primary;
        this.metrics = metrics;
        this.replica = replica.getIfAvailable();
        this.writes = writes.getIfAvailable();
    }

    /**
     * Runs one statement, or several that need not see the same moment.
     * @param seq the owner's change number in what was found, negative where the owner was not found
     */
    public <T> T read(UUID owner, Function<JdbcClient, T> statement, ToLongFunction<T> seq) {
        Replica near = this.replica;
        if (near == null || !near.isUsable()) {
            return onPrimary(statement, ReadSource.PRIMARY);
        }
        OptionalLong written = (this.writes != null) ? this.writes.of(owner) : OptionalLong.empty();
        if (written.isEmpty()) {
            return onPrimary(statement, ReadSource.UNKNOWN_WRITE);
        }
        ReadSource source = ReadSource.BEHIND;
        try {
            T found = statement.apply(near.jdbc());
            if (seq.applyAsLong(found) >= written.getAsLong()) {
                this.metrics.count(ReadSource.REPLICA);
                return found;
            }
        } catch (PessimisticLockingFailureException ex) {
            log.debug("The replica was replaying what the statement needed", ex);
            source = ReadSource.FAILED;
        } catch (DataAccessException ex) {
            near.leave("the replica failed: " + ex.getMostSpecificCause().getClass().getSimpleName());
            source = ReadSource.FAILED;
        }
        return onPrimary(statement, source);
    }

    /** Notes the owner's change number when the caller's transaction has committed, before anybody is answered. */
    public void written(UUID owner, long seq) {
        LastWrites noted = this.writes;
        if (noted != null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCommit() {
                    noted.note(owner, seq);
                }

            });
        }
    }

    private <T> T onPrimary(Function<JdbcClient, T> statement, ReadSource source) {
        this.metrics.count(source);
        return statement.apply(this.primary);
    }

}

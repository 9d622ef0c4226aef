package com.taskflow.platform.persistence;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.UnavailableException;
import com.taskflow.platform.time.Deadline;

/**
 * Runs the transactions that write one owner's data. Writes of one owner would queue in the database for the owner's
 * change counter, each holding a connection; here they queue before a connection is borrowed, so that one busy user
 * cannot drain the pool. Replicas need no such agreement: between them the counter's row lock orders the writes.
 */
@Component
public class OwnerTransactions {

    private static final int STRIPES = 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final int ATTEMPTS = 3;

    private final Semaphore[] stripes = Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES)
            .toArray(Semaphore[]::new);

    private final TransactionTemplate transaction;

    OwnerTransactions(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Runs {@code work} in a transaction of its own, again (at most twice, and not after the request's deadline) after a
     * deadlock or serialization failure, or when somebody else has changed what it had read.
     * Inside a transaction of the owner's that goes on around it, it runs once, as part of that.
     * @param work gets the transaction's status, to roll back a write that turned out to change nothing
     * @throws UnavailableException after a second of waiting behind the owner's other writes
     */
    public <T extends @Nullable Object> T write(UUID owner, Function<TransactionStatus, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return this.transaction.execute(work::apply);
        }
        Semaphore turn = this.stripes[Math.floorMod(owner.hashCode(), STRIPES)];
        await(turn);
        try {
            return attempt(work);
        } finally {
            turn.release();
        }
    }

    private static void await(Semaphore turn) {
        try {
            if (!turn.tryAcquire(Deadline.atMost(LONGEST_WAIT).toMillis(), TimeUnit.MILLISECONDS)) {
                throw UnavailableException.busy();
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw UnavailableException.busy();
        }
    }

    private <T extends @Nullable Object> T attempt(Function<TransactionStatus, T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return this.transaction.execute(work::apply);
            } catch (ConcurrencyFailureException ex) {
                if (attempt == ATTEMPTS || Deadline.hasPassed()) {
                    throw ex;
                }
            }
        }
    }

}

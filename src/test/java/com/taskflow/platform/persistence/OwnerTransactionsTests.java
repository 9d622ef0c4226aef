package com.taskflow.platform.persistence;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;

import com.taskflow.platform.time.Deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class OwnerTransactionsTests {

    private final OwnerTransactions transactions = new OwnerTransactions(mock(PlatformTransactionManager.class));

    @AfterEach
    void forgetTheDeadline() {
        Deadline.clear();
    }

    @Test
    void repeatsTwiceWhatLostADeadlock() {
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void repeatsWhatSomebodyElseWasFasterWith() {
        AtomicInteger attempts = new AtomicInteger();

        int winner = this.transactions.write(UUID.randomUUID(), (_) -> {
            if (attempts.incrementAndGet() == 1) {
                throw new OptimisticLockingFailureException("stale");
            }
            return attempts.get();
        });

        assertThat(winner).isEqualTo(2);
    }

    @Test
    void repeatsNothingWhenTheRequestsDeadlineHasPassed() {
        Deadline.set(Duration.ZERO);

        assertThat(attempts()).isOne();
    }

    private int attempts() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatExceptionOfType(CannotAcquireLockException.class)
                .isThrownBy(() -> this.transactions.write(UUID.randomUUID(), (_) -> {
                    attempts.incrementAndGet();
                    throw new CannotAcquireLockException("deadlock");
                }));
        return attempts.get();
    }

}

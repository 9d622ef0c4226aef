package com.taskflow.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

import com.taskflow.platform.jobs.Jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** What is asked of a Redis that cannot tell and a database that is silent. */
class DenylistTests {

    private final RevocationRecord database = mock();

    private final Denylist denylist = new Denylist(mock(RedisDenylist.class), this.database, mock(Jobs.class));

    private final AccessToken token = new AccessToken(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0,
            List.of(), Instant.MAX);

    @Test
    void asksOnceForAllWhoAskMeanwhileAndFailsThemTogether() throws InterruptedException {
        CountDownLatch silence = new CountDownLatch(1);
        when(this.database.isRevoked(any())).thenAnswer((_) -> {
            silence.await();
            throw new QueryTimeoutException("silent");
        });
        FutureTask<Boolean> first = new FutureTask<>(() -> this.denylist.isRevoked(this.token));
        FutureTask<Boolean> second = new FutureTask<>(() -> this.denylist.isRevoked(this.token));

        awaitWaiting(Thread.ofVirtual().start(first));
        awaitWaiting(Thread.ofVirtual().start(second));
        silence.countDown();

        assertFails(first);
        assertFails(second);
        verify(this.database).isRevoked(any());
    }

    @Test
    void asksAgainAfterAFailureAndBelievesAnAnswer() {
        when(this.database.isRevoked(any())).thenThrow(new QueryTimeoutException("silent")).thenReturn(true);

        assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> this.denylist.isRevoked(this.token));
        assertThat(this.denylist.isRevoked(this.token)).isTrue();
        assertThat(this.denylist.isRevoked(this.token)).isTrue();
        verify(this.database, times(2)).isRevoked(any());
    }

    private static void awaitWaiting(Thread caller) {
        await().until(() -> caller.getState() == Thread.State.WAITING);
    }

    private static void assertFails(FutureTask<Boolean> answer) {
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(answer::get)
                .withCauseInstanceOf(QueryTimeoutException.class);
    }

}

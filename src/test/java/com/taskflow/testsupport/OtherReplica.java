package com.taskflow.testsupport;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another replica of the service in the middle of a write of one owner's data: it has locked the owner's change counter, and
 * nothing in this process knows of it.
 */
public final class OtherReplica {

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    public OtherReplica(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Commits a write when a request waits for it.
     * @param work what the write does, in SQL
     * @return what the request is answered
     */
    public <T> T write(UUID owner, Runnable work, Supplier<T> request) {
        CompletableFuture<T> answer = Objects.requireNonNull(this.transaction.execute((_) -> {
            this.jdbc.sql("select seq from change_counter where user_id = ? for update").param(owner)
                    .query(Long.class).single();
            work.run();
            CompletableFuture<T> begun = CompletableFuture.supplyAsync(request,
                    (task) -> Thread.startVirtualThread(task));
            Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(20)).until(this::isWaitedFor);
            return begun;
        }));
        return answer.join();
    }

    private boolean isWaitedFor() {
        return this.jdbc.sql("""
                select exists(select from pg_locks
                    where not granted and transactionid = pg_current_xact_id()::xid)""").query(Boolean.class).single();
    }

}

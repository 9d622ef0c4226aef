package com.taskflow.auth;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.user.EpochRaised;

/**
 * Which access tokens are worthless before their time. PostgreSQL is the truth; Redis answers for it while it is
 * {@linkplain RedisDenylist trusted}, and what it said is believed here for {@value #BELIEVED_MILLIS} ms: with N
 * replicas a revocation holds everywhere within a second. It never fails open: with neither at hand it throws.
 */
@Component
class Denylist {

    static final JobType<Entry> JOB = new JobType<>("denylist", Entry.class);

    private static final long BELIEVED_MILLIS = 750;

    private static final int MOST_BELIEVED = 100_000;

    private final RedisDenylist redis;

    private final RevocationRecord database;

    private final Jobs jobs;

    private final AsyncCache<Holder, Boolean> believed = Caffeine.newBuilder().maximumSize(MOST_BELIEVED)
            .expireAfterWrite(Duration.ofMillis(BELIEVED_MILLIS)).buildAsync();

    Denylist(RedisDenylist redis, RevocationRecord database, Jobs jobs) {
        this.redis = redis;
        this.database = database;
        this.jobs = jobs;
    }

    /**
     * A job's payload.
     *
     * @param member of the set in Redis
     */
    record Entry(String member) {

    }

    /** What all access tokens of one session and epoch have in common. */
    record Holder(UUID userId, UUID sessionId, int epoch) {

        static Holder of(AccessToken token) {
            return new Holder(token.userId(), token.sessionId(), token.epoch());
        }

    }

    /** @throws org.springframework.dao.DataAccessException when neither Redis nor PostgreSQL answers */
    boolean isRevoked(AccessToken token) {
        Holder holder = Holder.of(token);
        CompletableFuture<Boolean> known = this.believed.getIfPresent(holder);
        if (known != null) {
            return await(known);
        }
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        CompletableFuture<Boolean> first = this.believed.asMap().putIfAbsent(holder, asked);
        if (first != null) {
            return await(first);
        }
        try {
            asked.complete(this.redis.isRevoked(holder).orElseGet(() -> this.database.isRevoked(holder)));
        } catch (Throwable ex) {
            asked.completeExceptionally(ex);
        }
        return await(asked);
    }

    /**
     * Who asks while somebody asks the same gets the same answer, a failure too: one after the other they would wait for
     * a database that is away, each as long as all before it.
     */
    private static boolean await(CompletableFuture<Boolean> answer) {
        try {
            return answer.join();
        } catch (CompletionException ex) {
            throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
        }
    }

    /** Queues the write to Redis with the revocation itself: should this replica die after the commit, another does it. */
    @EventListener
    void repeatLater(SessionRevoked event) {
        this.jobs.enqueue(JOB, new Entry(RedisDenylist.member(event)));
    }

    @EventListener
    void repeatLater(EpochRaised event) {
        this.jobs.enqueue(JOB, new Entry(RedisDenylist.member(event)));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(SessionRevoked event) {
        this.redis.add(RedisDenylist.member(event));
        this.believed.asMap().keySet().removeIf((holder) -> holder.sessionId().equals(event.sessionId()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(EpochRaised event) {
        this.redis.add(RedisDenylist.member(event));
        this.believed.asMap().keySet().removeIf((holder) -> holder.userId().equals(event.userId()));
    }

}

package com.taskflow.platform.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What two replicas admit together. Time stands still unless a test moves it. */
@FullStackTest
class SharedBucketsIntegrationTests {

    private static final int REPLICAS = 2;

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));

    private final String subject = UUID.randomUUID().toString();

    private final StringRedisTemplate redis;

    private final List<SharedBuckets> replicas = new ArrayList<>();

    SharedBucketsIntegrationTests(@Autowired LettuceConnectionFactory connections,
            @Autowired StringRedisTemplate redis) {
        this.redis = redis;
        for (int i = 0; i < REPLICAS; i++) {
            this.replicas.add(new SharedBuckets(connections, this.clock));
        }
    }

    @AfterEach
    void close() {
        this.replicas.forEach(SharedBuckets::destroy);
    }

    @Test
    void admitsExactlyTenOfTwoHundredParallelSignIns() throws Exception {
        BucketKey key = key(RateLimit.LOGIN);

        List<Verdict> verdicts = inParallel(200, (attempt) -> replica(attempt).admit(key).orElseThrow());

        assertThat(verdicts).filteredOn(Verdict::admitted).hasSize(10).extracting(Verdict::remaining)
                .containsExactlyInAnyOrder(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(verdicts).filteredOn((verdict) -> !verdict.admitted()).hasSize(190)
                .allSatisfy((verdict) -> assertThat(verdict.retryAfter()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void refillsSignInsAtTheEndOfTheIntervalAndNotBefore() {
        BucketKey key = key(RateLimit.LOGIN);
        assertThat(admitted(key, 15)).isEqualTo(10);

        this.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(admitted(key, 15)).isZero();

        this.clock.advance(Duration.ofMillis(1));
        assertThat(admitted(key, 15)).isEqualTo(10);
    }

    @Test
    void admitsAtMostTheStatedOvershootOfApiRequests() throws Exception {
        BucketKey key = key(RateLimit.API);

        List<Verdict> verdicts = inParallel(1_000, (attempt) -> replica(attempt).admit(key).orElseThrow());

        assertThat(verdicts.stream().filter(Verdict::admitted).count()).isBetween(600L, 630L);
    }

    @Test
    void subtractsTheOvershootFromWhatComesNext() {
        BucketKey key = key(RateLimit.API);
        long first = admitted(key, 1_000);

        this.clock.advance(Duration.ofMinutes(1));

        assertThat(first + admitted(key, 1_000)).isBetween(1_200L, 1_230L);
    }

    @Test
    void tellsOtherReplicasOfApiRequestsAfterTwoHundredMilliseconds() {
        BucketKey key = key(RateLimit.API);
        IntStream.range(0, 10).forEach((_) -> assertThat(replica(0).admit(key)).isPresent());

        this.clock.advance(Duration.ofMillis(201));
        assertThat(replica(0).admit(key)).isPresent();

        // The first one has come back meanwhile; 10 of the 11 are missing, and the other replica's own.
        assertThat(replica(1).admit(key).orElseThrow().remaining()).isEqualTo(589);
    }

    @Test
    void letsKeysExpire() {
        for (RateLimit limit : RateLimit.values()) {
            BucketKey key = key(limit);
            assertThat(replica(0).admit(key)).isPresent();

            assertThat(this.redis.getExpire(key.text())).as(key.text()).isBetween(1L,
                    key.quota().period().toSeconds() + 10);
        }
    }

    @Test
    void countsAnewWhenTheQuotaIsChanged() {
        assertThat(admitted(key(RateLimit.LOGIN), 15)).isEqualTo(10);

        assertThat(admitted(new BucketKey(RateLimit.LOGIN, Quota.parse("3/1m"), this.subject), 15)).isEqualTo(3);
    }

    private BucketKey key(RateLimit limit) {
        return new BucketKey(limit, limit.defaultQuota(), this.subject);
    }

    private SharedBuckets replica(int attempt) {
        return this.replicas.get(attempt % REPLICAS);
    }

    private long admitted(BucketKey key, int attempts) {
        return IntStream.range(0, attempts).filter((attempt) -> replica(attempt).admit(key).orElseThrow().admitted())
                .count();
    }

    private static List<Verdict> inParallel(int attempts, Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> running = new ArrayList<>();
            for (int i = 0; i < attempts; i++) {
                int number = i;
                Callable<Verdict> work = () -> {
                    start.await();
                    return attempt.make(number);
                };
                running.add(threads.submit(work));
            }
            start.countDown();
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> verdict : running) {
                verdicts.add(verdict.get());
            }
            return verdicts;
        }
    }

    private interface Attempt {

        Verdict make(int number);

    }

}

package com.taskflow.platform.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The buckets in Redis, counted by all replicas together. Requests of one bucket that meet in a process are counted in
 * one go, so that a flood costs one exchange with Redis at a time.
 */
@Component
class SharedBuckets implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SharedBuckets.class);

    private static final int MOST_BUCKETS = 20_000;

    /** How long, and for which part of the quota, a replica may decide alone where that is allowed. */
    private static final Duration UNSYNCHRONIZED = Duration.ofMillis(200);

    private static final int UNSYNCHRONIZED_PART = 20;

    private static final String PROBE_KEY = "rl:probe";

    private static final Quota PROBE_QUOTA = new Quota(1, Duration.ofSeconds(1));

    private final TimeMeter time;

    private final BucketConnection connection;

    private final Circuit circuit;

    // Kept for a quota's period: a bucket dropped earlier would take with it what it has not told Redis yet.
    private final Cache<BucketKey, BucketProxy> buckets = Caffeine.newBuilder().maximumSize(MOST_BUCKETS)
            .expireAfter(Expiry.accessing((BucketKey key, BucketProxy _) -> key.quota().period())).build();

    SharedBuckets(LettuceConnectionFactory redis, Clock clock) {
        this.time = new ClockTime(clock);
        this.connection = new BucketConnection(redis, this.time);
        this.circuit = new Circuit(this::probe);
        this.circuit.start();
    }

    /** Whether Redis was away when it was last asked. */
    boolean isDegraded() {
        return this.circuit.isOpen();
    }

    /** Counts one request; empty when Redis cannot tell, after 100 ms at most. */
    Optional<Verdict> admit(BucketKey key) {
        ProxyManager<String> redis = this.connection.buckets();
        if (redis == null || this.circuit.isOpen()) {
            return Optional.empty();
        }
        try {
            BucketProxy bucket = this.buckets.get(key, (_) -> bucket(redis, key));
            return Optional.of(Verdict.of(bucket.tryConsumeAndReturnRemaining(1)));
        } catch (RuntimeException ex) {
            log.debug("Redis did not count a request", ex);
            return Optional.empty();
        }
    }

    private BucketProxy bucket(ProxyManager<String> redis, BucketKey key) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(key.limit().bandwidth(key.quota())).build();
        return redis.builder().withOptimization(new GuardedOptimization(optimization(key), this.circuit))
                .build(key.text(), () -> configuration);
    }

    private Optimization optimization(BucketKey key) {
        if (key.limit().isExact()) {
            return Optimizations.batching();
        }
        long unsynchronized = Math.max(1, key.quota().requests() / UNSYNCHRONIZED_PART);
        return new DelayOptimization(new DelayParameters(unsynchronized, UNSYNCHRONIZED),
                NopeOptimizationListener.INSTANCE, this.time);
    }

    /** Makes a whole decision, writing included: a Redis that is full or read-only answers reads. */
    private void probe() {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(RateLimit.ANONYMOUS.bandwidth(PROBE_QUOTA)).build();
        this.connection.connect().builder().build(PROBE_KEY, () -> configuration).tryConsume(1);
    }

    @Override
    public void destroy() {
        this.circuit.close();
        this.connection.close();
    }

}

package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.stereotype.Component;

import com.taskflow.platform.redis.LostConnections;
import com.taskflow.user.EpochRaised;

/**
 * The denylist in Redis: one sorted set {@code denylist} without a TTL, members {@code sid:<session>} and
 * {@code epoch:<user>:<epoch>}, scored by the second in which they no longer matter and trimmed by it. One set, so that
 * eviction takes all or nothing.
 *
 * <p>A member {@code sentinel:<replication id>} says that the set is whole. Without it, or with another server's, Redis
 * was emptied, restored or failed over: then nothing that is missing may be believed, and the set is rebuilt from
 * PostgreSQL before it is asked again. A thread of its own looks after that once a second; requests never wait for it.
 */
@Component
class RedisDenylist implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RedisDenylist.class);

    private static final String KEY = "denylist";

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final StringRedisTemplate redis;

    private final RevocationRecord database;

    private final Clock clock;

    private final Duration lifetime;

    private final LostConnections losses;

    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("denylist-watch").factory());

    /** The sentinel of the server that was found whole, null while Redis is not to be believed. */
    private volatile @Nullable String sentinel;

    RedisDenylist(StringRedisTemplate redis, LettuceConnectionFactory connections, RevocationRecord database,
            AuthProperties properties, Clock clock, MeterRegistry metrics) {
        this.redis = redis;
        this.database = database;
        this.clock = clock;
        this.lifetime = properties.accessLifetime().plus(properties.clockSkew()).plus(MARGIN);
        this.losses = new LostConnections(connections, () -> distrust("a connection was lost"));
        metrics.gauge("taskflow.auth.denylist.degraded", this, (denylist) -> (denylist.sentinel == null) ? 1 : 0);
        Future<?> _ = this.watch.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    static String member(SessionRevoked event) {
        return "sid:" + event.sessionId();
    }

    static String member(EpochRaised event) {
        return "epoch:%s:%d".formatted(event.userId(), event.deadEpoch());
    }

    /** Empty when Redis cannot tell, or must not be believed. */
    Optional<Boolean> isRevoked(Denylist.Holder holder) {
        String expected = this.sentinel;
        if (expected == null) {
            return Optional.empty();
        }
        try {
            List<Double> scores = this.redis.opsForZSet().score(KEY, "sid:" + holder.sessionId(),
                    "epoch:%s:%d".formatted(holder.userId(), holder.epoch()), expected);
            // One score a member, null for what is not in the set.
            if (scores == null || scores.get(2) == null) {
                distrust("its sentinel is missing");
                return Optional.empty();
            }
            return Optional.of(scores.get(0) != null || scores.get(1) != null);
        } catch (RuntimeException ex) {
            distrust(String.valueOf(ex.getMessage()));
            return Optional.empty();
        }
    }

    /** Adds a member after its revocation was committed. When that fails, the set is marked as not whole for all replicas. */
    void add(String member) {
        try {
            Instant now = this.clock.instant();
            this.redis.opsForZSet().add(KEY, member, (double) now.plus(this.lifetime).getEpochSecond());
            this.redis.opsForZSet().removeRangeByScore(KEY, 0, (double) now.getEpochSecond());
        } catch (RuntimeException ex) {
            String whole = this.sentinel;
            distrust(String.valueOf(ex.getMessage()));
            markNotWhole(whole);
        }
    }

    /** A Redis that is full refuses to add, but not to remove. */
    private void markNotWhole(@Nullable String whole) {
        if (whole != null) {
            try {
                this.redis.opsForZSet().remove(KEY, whole);
            } catch (RuntimeException ex) {
                log.debug("Redis is away; whoever finds it again will rebuild the denylist", ex);
            }
        }
    }

    private void distrust(String why) {
        if (this.sentinel != null) {
            log.warn("The denylist is read from PostgreSQL until Redis has it whole again: {}", why);
            this.sentinel = null;
        }
    }

    /** Once a second: is it still the server that was found whole, and is it whole again? */
    private void look() {
        try {
            this.losses.listen();
            String current = "sentinel:" + this.redis.execute((RedisCallback<String>) RedisDenylist::replicationId);
            if (!current.equals(this.sentinel)) {
                // Also where the sentinel is there: writes may have failed while this replica could not see Redis.
                rebuild(current);
                this.sentinel = current;
                log.info("The denylist is read from Redis");
            }
        } catch (RuntimeException ex) {
            distrust(String.valueOf(ex.getMessage()));
        }
    }

    /** Additive: what other replicas wrote meanwhile stays. The sentinel goes in last. */
    private void rebuild(String current) {
        Instant now = this.clock.instant();
        double until = (double) now.plus(this.lifetime).getEpochSecond();
        Set<TypedTuple<String>> members = new HashSet<>();
        this.database.membersSince(now.minus(this.lifetime))
                .forEach((member) -> members.add(TypedTuple.of(member, until)));
        if (!members.isEmpty()) {
            this.redis.opsForZSet().add(KEY, members);
        }
        this.redis.opsForZSet().add(KEY, current, Double.POSITIVE_INFINITY);
        log.info("Rebuilt the denylist in Redis with {} entries", members.size());
    }

    private static String replicationId(RedisConnection connection) {
        Properties replication = connection.serverCommands().info("replication");
        return (replication != null) ? replication.getProperty("master_replid", "") : "";
    }

    @Override
    public void destroy() {
        this.watch.shutdownNow();
    }

}

package com.taskflow.user;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.platform.redis.BatchedReads;

/**
 * Profiles in Redis, {@code profile:<user>}, as JSON for an hour. A change puts a mark in their place before it is
 * answered, for {@value #MARK_SECONDS} s, longer than any reading may take: until then nobody stores what was read, which
 * may be older than the change. On a miss one request of a process reads the database for all that wait with it.
 * Without Redis the database is read; the metric is {@code cache.gets} of {@code cache="profile"}.
 */
@Component
class ProfileCache {

    private static final Logger log = LoggerFactory.getLogger(ProfileCache.class);

    static final JobType<UserChanged> JOB = new JobType<>("profile-changed", UserChanged.class);

    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final long MARK_SECONDS = 10;

    private static final String MARK = "changed";

    /** Not the API's own, which refuses what it does not know: a newer release may have stored more. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConcurrentMap<UUID, CompletableFuture<UserResponse>> loading = new ConcurrentHashMap<>();

    private final BatchedReads reads;

    private final StringRedisTemplate redis;

    private final Jobs jobs;

    private final Counter hits;

    private final Counter misses;

    private final Counter errors;

    ProfileCache(BatchedReads reads, StringRedisTemplate redis, Jobs jobs, MeterRegistry metrics) {
        this.reads = reads;
        this.redis = redis;
        this.jobs = jobs;
        this.hits = counter(metrics, "hit");
        this.misses = counter(metrics, "miss");
        this.errors = counter(metrics, "error");
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("cache.gets").tag("cache", "profile").tag("result", result).register(metrics);
    }

    /** The profile as of now, from {@code database} where it is not at hand. */
    UserResponse get(UUID userId, Supplier<UserResponse> database) {
        Optional<String> cached;
        try {
            cached = this.reads.get(key(userId)).getFirst();
            if (cached.isPresent() && !cached.get().equals(MARK)) {
                UserResponse profile = parse(cached.get());
                this.hits.increment();
                return profile;
            }
        } catch (RuntimeException ex) {
            log.debug("The cache of profiles did not answer", ex);
            this.errors.increment();
            return database.get();
        }
        this.misses.increment();
        // Where it has just changed nobody waits for a reading that may have begun before.
        return cached.isPresent() ? database.get() : loadOnce(userId, database);
    }

    private UserResponse loadOnce(UUID userId, Supplier<UserResponse> database) {
        CompletableFuture<UserResponse> mine = new CompletableFuture<>();
        CompletableFuture<UserResponse> others = this.loading.putIfAbsent(userId, mine);
        if (others != null) {
            return await(others);
        }
        try {
            // It may have been stored between the look at Redis and this one's turn.
            UserResponse profile = stored(userId).orElseGet(() -> {
                UserResponse read = database.get();
                store(read);
                return read;
            });
            mine.complete(profile);
            return profile;
        } catch (RuntimeException | Error ex) {
            mine.completeExceptionally(ex);
            throw ex;
        } finally {
            this.loading.remove(userId);
        }
    }

    private Optional<UserResponse> stored(UUID userId) {
        try {
            return this.reads.get(key(userId)).getFirst().filter((text) -> !text.equals(MARK))
                    .map(ProfileCache::parse);
        } catch (RuntimeException ex) {
            log.debug("The cache of profiles did not answer", ex);
            return Optional.empty();
        }
    }

    private static UserResponse parse(String json) {
        return JSON.readValue(json, CachedProfile.class).toResponse();
    }

    private static UserResponse await(CompletableFuture<UserResponse> loaded) {
        try {
            return loaded.join();
        } catch (CompletionException ex) {
            if (ex.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw ex;
        }
    }

    private void store(UserResponse profile) {
        try {
            this.redis.opsForValue().setIfAbsent(key(profile.id()),
                    JSON.writeValueAsString(CachedProfile.of(profile)), LIFETIME);
        } catch (RuntimeException ex) {
            log.debug("The cache of profiles did not store", ex);
        }
    }

    /** Queues the mark with the change itself: Redis may be away when it commits, or this replica die. */
    @EventListener
    void markLater(UserChanged event) {
        this.jobs.enqueue(JOB, event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void markNow(UserChanged event) {
        try {
            mark(event);
        } catch (RuntimeException ex) {
            log.warn("A changed profile may be shown as it was until Redis is back: {}",
                    String.valueOf(ex.getMessage()));
        }
    }

    /** @throws RuntimeException when Redis did not take it */
    void mark(UserChanged event) {
        this.redis.opsForValue().set(key(event.userId()), MARK, Duration.ofSeconds(MARK_SECONDS));
    }

    private static String key(UUID userId) {
        return "profile:" + userId;
    }

}

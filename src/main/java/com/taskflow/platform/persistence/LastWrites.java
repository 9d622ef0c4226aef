package com.taskflow.platform.persistence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

import com.taskflow.platform.redis.BatchedReads;
import com.taskflow.platform.redis.LostConnections;

/**
 * The number of each owner's last write, in Redis for 30 s as {@code written:<owner>}: what a replica shows must not be
 * older. Where {@code written:era} is gone Redis was emptied; it is set anew together with {@code written:young}, and
 * while that lives nothing is known. The same holds in a process for 30 s after Redis failed or a connection to it was
 * lost. A replica in use never lags that long.
 */
class LastWrites {

    private static final Logger log = LoggerFactory.getLogger(LastWrites.class);

    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final String ERA = "written:era";

    private static final String YOUNG = "written:young";

    private static final RedisScript<Long> RAISE = RedisScript
            .of(new ClassPathResource("com/taskflow/platform/persistence/raise.lua"), Long.class);

    private final StringRedisTemplate redis;

    private final BatchedReads reads;

    private final LostConnections losses;

    private volatile long knownFrom = System.nanoTime();

    LastWrites(StringRedisTemplate redis, BatchedReads reads, LettuceConnectionFactory connections) {
        this.redis = redis;
        this.reads = reads;
        this.losses = new LostConnections(connections, () -> forget("a connection was lost"));
    }

    /** Notes a write that was committed; returns when every replica can know of it. */
    void note(UUID owner, long seq) {
        try {
            this.redis.execute(RAISE, List.of(key(owner)), String.valueOf(seq), String.valueOf(KEPT.toMillis()));
        } catch (RuntimeException ex) {
            forget(ex.toString());
        }
    }

    /** Zero for an owner who has not written lately; empty when that is not known. */
    OptionalLong of(UUID owner) {
        try {
            this.losses.listen();
            List<Optional<String>> found = this.reads.get(ERA, YOUNG, key(owner));
            if (found.get(0).isEmpty()) {
                beginEra();
                return OptionalLong.empty();
            }
            if (found.get(1).isPresent() || System.nanoTime() - this.knownFrom < 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(found.get(2).map(Long::parseLong).orElse(0L));
        } catch (RuntimeException ex) {
            forget(ex.toString());
            return OptionalLong.empty();
        }
    }

    private void beginEra() {
        this.redis.opsForValue().set(YOUNG, "1", KEPT);
        this.redis.opsForValue().set(ERA, "1");
    }

    private void forget(String why) {
        log.debug("Lists are read from the primary for {}: {}", KEPT, why);
        this.knownFrom = System.nanoTime() + KEPT.toNanos();
    }

    private static String key(UUID owner) {
        return "written:" + owner;
    }

}

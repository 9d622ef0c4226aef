package com.taskflow.platform.ratelimit;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * One connection for all buckets, made when Redis is there for the first time; from then on the client restores it by
 * itself. A bucket lives as long as it takes to fill up again, and a little for clocks that disagree.
 */
class BucketConnection implements AutoCloseable {

    /** For one decision, all its round trips and retries included. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMillis(100);

    /** Each means that another replica has counted meanwhile; in this process requests of one bucket go together. */
    private static final int MOST_RETRIES = 20;

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final LettuceConnectionFactory redis;

    private final TimeMeter time;

    private @Nullable StatefulConnection<String, byte[]> connection;

    private volatile @Nullable ProxyManager<String> buckets;

    BucketConnection(LettuceConnectionFactory redis, TimeMeter time) {
        this.redis = redis;
        this.time = time;
    }

    /** The buckets, null before Redis was there for the first time. */
    @Nullable
    ProxyManager<String> buckets() {
        return this.buckets;
    }

    /**
     * Connects unless that has been done.
     * @throws io.lettuce.core.RedisException when Redis is not there
     */
    synchronized ProxyManager<String> connect() {
        ProxyManager<String> connected = this.buckets;
        if (connected == null) {
            connected = configure(switch (this.redis.getRequiredNativeClient()) {
                case RedisClient client -> casBased(client.connect(CODEC));
                case RedisClusterClient cluster -> casBased(cluster.connect(CODEC));
                case Object other -> throw new IllegalStateException("No such Redis client is known: " + other);
            });
            this.buckets = connected;
        }
        return connected;
    }

    private LettuceBasedProxyManagerBuilder<String> casBased(StatefulRedisConnection<String, byte[]> opened) {
        this.connection = opened;
        return Bucket4jLettuce.casBasedBuilder(opened);
    }

    private LettuceBasedProxyManagerBuilder<String> casBased(StatefulRedisClusterConnection<String, byte[]> opened) {
        this.connection = opened;
        return Bucket4jLettuce.casBasedBuilder(opened);
    }

    private ProxyManager<String> configure(LettuceBasedProxyManagerBuilder<String> builder) {
        return builder.clientClock(this.time).requestTimeout(REQUEST_TIMEOUT).maxRetries(MOST_RETRIES)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(CLOCK_SKEW))
                .build();
    }

    @Override
    public synchronized void close() {
        // The client may have stopped first, with all its connections.
        if (this.connection != null && this.connection.isOpen()) {
            this.connection.close();
        }
    }

}

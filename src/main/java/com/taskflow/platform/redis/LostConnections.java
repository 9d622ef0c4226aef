package com.taskflow.platform.redis;

import java.util.concurrent.atomic.AtomicBoolean;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Tells of each connection to Redis that is lost. A server that comes back with old data, or another in its place, is a
 * lost connection first: what it says then need not be believed unseen.
 */
public final class LostConnections {

    private final AtomicBoolean listening = new AtomicBoolean();

    private final LettuceConnectionFactory redis;

    private final Runnable listener;

    public LostConnections(LettuceConnectionFactory redis, Runnable listener) {
        this.redis = redis;
        this.listener = listener;
    }

    /** Listens from now on, unless it does already. Before the client was started there is nothing to listen to. */
    public void listen() {
        AbstractRedisClient client = this.redis.getNativeClient();
        if (client != null && this.listening.compareAndSet(false, true)) {
            client.addListener(new RedisConnectionStateListener() {

                @Override
                public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                    LostConnections.this.listener.run();
                }

            });
        }
    }

}

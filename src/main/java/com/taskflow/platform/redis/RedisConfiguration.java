package com.taskflow.platform.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes every Redis client fail at once while it is not connected, instead of queueing commands until Redis is back: a
 * caller that can do without Redis must learn so in time. How long a connected Redis may take is
 * {@code spring.data.redis.timeout}. It is noticed within a second when Redis is back.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** Commands in flight on one connection; a Redis that has stopped must not fill the memory. */
    private static final int QUEUE_SIZE = 4096;

    private static final Duration RECONNECT_AT_LEAST = Duration.ofMillis(50);

    private static final Duration RECONNECT_AT_MOST = Duration.ofSeconds(1);

    @Bean
    LettuceClientOptionsBuilderCustomizer failFastWithoutRedis() {
        return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUE_SIZE);
    }

    /** The client's own delay grows to 30 s; the jitter keeps replicas from coming back all at once. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return (resources) -> resources.reconnectDelay(() -> Delay.fullJitter(RECONNECT_AT_LEAST, RECONNECT_AT_MOST,
                RECONNECT_AT_LEAST.toMillis(), TimeUnit.MILLISECONDS));
    }

}

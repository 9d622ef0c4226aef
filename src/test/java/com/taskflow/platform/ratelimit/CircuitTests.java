package com.taskflow.platform.ratelimit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

class CircuitTests {

    private final AtomicBoolean redis = new AtomicBoolean(true);

    private final AtomicInteger probes = new AtomicInteger();

    private final Circuit circuit = new Circuit(() -> {
        this.probes.incrementAndGet();
        if (!this.redis.get()) {
            throw new IllegalStateException("Redis is away");
        }
    });

    @AfterEach
    void close() {
        this.circuit.close();
    }

    @Test
    void staysClosedWhenRedisIsThere() {
        this.circuit.start();

        assertThat(this.circuit.isOpen()).isFalse();
        assertThat(this.probes).hasValue(1);
    }

    @Test
    void opensAtTheStartWhenRedisIsAway() {
        this.redis.set(false);

        this.circuit.start();

        assertThat(this.circuit.isOpen()).isTrue();
    }

    @Test
    void closesByItselfWhenRedisIsBack() {
        this.redis.set(false);
        this.circuit.failed(new IllegalStateException("Redis is away"));
        await().untilAtomic(this.probes, greaterThan(1));
        assertThat(this.circuit.isOpen()).isTrue();

        this.redis.set(true);

        await().until(() -> !this.circuit.isOpen());
    }

    @Test
    void probesOnceHoweverManyRequestsHaveFailed() {
        this.redis.set(false);
        for (int i = 0; i < 100; i++) {
            this.circuit.failed(new IllegalStateException("Redis is away"));
        }

        await().untilAtomic(this.probes, greaterThan(0));

        assertThat(this.probes.get()).isLessThan(10);
    }

}

package com.taskflow.platform.redis;

import java.time.Duration;
import java.util.Optional;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import com.taskflow.testsupport.ControlledRedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Reading from a Redis that stops to answer. */
class BatchedReadsIntegrationTests {

    private final ControlledRedis redis = ControlledRedis.stopped();

    private final LettuceConnectionFactory connections = new LettuceConnectionFactory(
            new RedisStandaloneConfiguration("127.0.0.1", this.redis.port()),
            LettuceClientConfiguration.builder().commandTimeout(Duration.ofMillis(100))
                    .clientOptions(ClientOptions.builder().timeoutOptions(TimeoutOptions.enabled()).build()).build());

    private final BatchedReads reads = new BatchedReads(this.connections);

    @BeforeEach
    void start() {
        this.redis.start();
        this.connections.start();
        awaitAnswer();
    }

    @AfterEach
    void end() {
        this.connections.destroy();
        this.redis.close();
    }

    @Test
    void waitsOnceAndThenLeavesItAlone() {
        this.redis.freeze();

        assertThatThrownBy(() -> this.reads.get("a")).hasMessageContaining("timed out");
        assertThatThrownBy(() -> this.reads.get("a")).hasMessageContaining("a moment ago");
    }

    @Test
    void asksAgainWhenItIsBack() {
        this.redis.freeze();
        assertThatThrownBy(() -> this.reads.get("a")).isInstanceOf(RuntimeException.class);

        this.redis.thaw();

        awaitAnswer();
    }

    private void awaitAnswer() {
        await().ignoreExceptions().untilAsserted(() -> assertThat(this.reads.get("a", "b"))
                .containsExactly(Optional.empty(), Optional.empty()));
    }

}

package com.taskflow.platform.ratelimit;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.ControlledRedis;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service starts while its Redis is down; each test then brings Redis into the state that it is about. */
@FullStackTest
@DirtiesContext
@TestPropertySource(properties = {"taskflow.limits.login=9/15m", "taskflow.limits.register=1000/1h",
    "taskflow.replicas=3"})
class RedisDownRateLimitIntegrationTests {

    private static final int QUOTA = 9;

    private static final int SHARE = 3;

    private static final ControlledRedis REDIS = ControlledRedis.stopped();

    private final RestTestClient client;

    private final MeterRegistry meters;

    private final RedisConnectionFactory connections;

    RedisDownRateLimitIntegrationTests(@Autowired RestTestClient client, @Autowired MeterRegistry meters,
            @Autowired RedisConnectionFactory connections) {
        this.client = client;
        this.meters = meters;
        this.connections = connections;
    }

    @DynamicPropertySource
    static void useTheControlledRedis(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.host", () -> "127.0.0.1");
        properties.add("spring.data.redis.port", REDIS::port);
    }

    @BeforeEach
    void stop() {
        REDIS.stop();
        assertThat(ApiUser.register(this.client)).isNotNull();
        assertThat(degraded()).isTrue();
    }

    @AfterAll
    static void end() {
        REDIS.close();
    }

    @Test
    void admitsItsShareWhileRedisIsDown() {
        assertThat(admittedSignIns(20)).isEqualTo(SHARE);
    }

    @Test
    void usesRedisWhenItIsBack() {
        startRedis();

        assertThat(admittedSignIns(20)).isEqualTo(QUOTA);
    }

    @Test
    void admitsItsShareWhenRedisDies() {
        startRedis();
        REDIS.stop();

        assertThat(admittedSignIns(20)).isEqualTo(SHARE);
        assertThat(degraded()).isTrue();
    }

    @Test
    void admitsItsShareWhenRedisHangsAndUsesItAfterwards() {
        startRedis();
        REDIS.freeze();

        assertThat(admittedSignIns(20)).isEqualTo(SHARE);

        REDIS.thaw();
        await().until(() -> !degraded());
        assertThat(admittedSignIns(20)).isEqualTo(QUOTA);
    }

    @Test
    void admitsItsShareWhenRedisIsFull() {
        startRedis();
        configure("maxmemory", "1");

        assertThat(admittedSignIns(20)).isEqualTo(SHARE);
        assertThat(degraded()).isTrue();

        configure("maxmemory", "0");
        await().until(() -> !degraded());
    }

    @Test
    void keepsServingSignedInUsersWhenRedisHangs() {
        startRedis();
        ApiUser user = ApiUser.register(this.client);
        REDIS.freeze();

        for (int i = 0; i < 20; i++) {
            user.client().get().uri("/api/v1/users/me").exchange().expectStatus().isOk().expectHeader()
                    .valueEquals("RateLimit-Policy", "\"api\";q=600;w=60");
        }

        REDIS.thaw();
    }

    private void startRedis() {
        REDIS.start();
        await().until(() -> !degraded());
    }

    private boolean degraded() {
        return this.meters.get("taskflow.ratelimit.degraded").gauge().value() == 1;
    }

    /** Again until it works: the connection may be a moment later than the limiter's in finding Redis back. */
    private void configure(String name, String value) {
        await().ignoreExceptions().until(() -> {
            try (var connection = this.connections.getConnection()) {
                connection.serverCommands().setConfig(name, value);
                return true;
            }
        });
    }

    /** Signs in from an address that no test has used; anything but a 401 or a 429 fails. */
    private long admittedSignIns(int attempts) {
        String address = "2001:db8:" + UUID.randomUUID().toString().substring(9, 18).replace('-', ':') + "::1";
        return IntStream.range(0, attempts).map((_) -> signIn(address)).filter((status) -> {
            assertThat(status).isIn(401, 429);
            return status == 401;
        }).count();
    }

    private int signIn(String address) {
        return this.client.post().uri("/api/v1/auth/login").header("X-Forwarded-For", address)
                .header("X-Forwarded-Proto", "https").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", "nobody@example.org", "password", ApiUser.PASSWORD)).exchange().returnResult()
                .getStatus().value();
    }

}

package com.taskflow.auth;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Access tokens that must die before their time. */
@FullStackTest
class DenylistIntegrationTests {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final RestTestClient anonymous;

    private final StringRedisTemplate redis;

    private final JdbcClient jdbc;

    private ApiUser user;

    DenylistIntegrationTests(@Autowired RestTestClient anonymous, @Autowired StringRedisTemplate redis,
            @Autowired JdbcClient jdbc) {
        this.anonymous = anonymous;
        this.redis = redis;
        this.jdbc = jdbc;
        this.user = new ApiUser(anonymous, new UUID(0, 0), "", "");
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
        assertThat(status()).isEqualTo(200);
        awaitTrust();
    }

    @AfterEach
    void letRedisWriteAgain() {
        limitMemory("0");
    }

    @Test
    void endsTokenOfLoggedOutSessionAtOnceHere() {
        post("/api/v1/auth/logout");

        assertThat(status()).isEqualTo(401);
        assertThat(isMember("sid:" + sessionId())).isTrue();
    }

    @Test
    void endsEveryTokenOfUserAfterLogoutEverywhere() {
        post("/api/v1/auth/logout-all");

        assertThat(status()).isEqualTo(401);
        assertThat(isMember("epoch:" + this.user.id() + ":0")).isTrue();
    }

    @Test
    void learnsWithinASecondWhatAnotherReplicaRevoked() {
        // Another replica writes to PostgreSQL, then to Redis; nothing tells this one.
        revokeInDatabase();
        this.redis.opsForZSet().add("denylist", "sid:" + sessionId(), 1e12);

        await().atMost(A_SECOND).untilAsserted(() -> assertThat(status()).isEqualTo(401));
    }

    @Test
    void believesDatabaseWhenRedisWasEmptied() {
        revokeInDatabase();
        this.redis.delete("denylist");

        await().atMost(A_SECOND).untilAsserted(() -> assertThat(status()).isEqualTo(401));
        awaitTrust();
        assertThat(isMember("sid:" + sessionId())).isTrue();
    }

    @Test
    void believesDatabaseWhileRedisIsFull() {
        limitMemory("1");

        post("/api/v1/auth/logout");

        assertThat(isMember("sid:" + sessionId())).isFalse();
        assertThat(status()).isEqualTo(401);
        assertThat(this.redis.opsForZSet().score("denylist", sentinel())).isNull();
    }

    private void limitMemory(String bytes) {
        this.redis.execute((RedisCallback<Boolean>) (connection) -> {
            connection.serverCommands().setConfig("maxmemory", bytes);
            return true;
        });
    }

    private void awaitTrust() {
        await().until(() -> isMember(sentinel()));
    }

    private String sentinel() {
        return "sentinel:" + this.redis.execute((RedisCallback<String>) (connection) -> String
                .valueOf(connection.serverCommands().info("replication"))
                .replaceAll("(?s).*master_replid=([0-9a-f]+).*", "$1"));
    }

    private boolean isMember(String member) {
        return this.redis.opsForZSet().score("denylist", member) != null;
    }

    private UUID sessionId() {
        return this.jdbc.sql("select id from session where user_id = ?").param(this.user.id()).query(UUID.class)
                .single();
    }

    private void revokeInDatabase() {
        this.jdbc.sql("update session set revoked_at = now(), revoked_reason = 'test' where user_id = ?")
                .param(this.user.id()).update();
    }

    private void post(String path) {
        this.user.client().post().uri(path).exchange().expectStatus().isNoContent();
    }

    private int status() {
        return this.user.client().get().uri("/api/v1/users/me").exchange().returnResult(byte[].class).getStatus()
                .value();
    }

}

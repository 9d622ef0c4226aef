package com.taskflow.platform.persistence;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.StandbyDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Lists from a real streaming replica: used while it is near, never older than one's own write, and not missed. */
@FullStackTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaIntegrationTests {

    private static final StandbyDatabase STANDBY = StandbyDatabase.start();

    private static final int WRITES = 1000;

    private static final int STANDSTILL = 20;

    private final RestTestClient anonymous;

    private final MeterRegistry meters;

    private final StringRedisTemplate redis;

    ReplicaIntegrationTests(@Autowired RestTestClient anonymous, @Autowired MeterRegistry meters,
            @Autowired StringRedisTemplate redis) {
        this.anonymous = anonymous;
        this.meters = meters;
        this.redis = redis;
    }

    @DynamicPropertySource
    static void useTheReplica(DynamicPropertyRegistry registry) {
        registry.add("taskflow.replica.url", STANDBY::url);
        registry.add("taskflow.limits.api", () -> "off");
    }

    @AfterAll
    static void end() {
        STANDBY.close();
    }

    @BeforeEach
    void awaitReplica() {
        // As if Redis had been up for long.
        this.redis.opsForValue().set("written:era", "1");
        this.redis.delete("written:young");
    }

    @Test
    @Order(1)
    void readsListsFromTheReplica() {
        await().until(this::isUsable);
        ApiUser user = ApiUser.register(this.anonymous);
        create(user, "a task");

        // A server reports its statistics a while after.
        long before = STANDBY.scansOf("change_counter");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(list(user)).containsExactly("a task");
            assertThat(STANDBY.scansOf("change_counter")).isGreaterThan(before);
        });
    }

    @Test
    @Order(2)
    void showsEveryOwnWriteWhileTheReplicaStandsStill() {
        await().until(this::isUsable);
        ApiUser user = ApiUser.register(this.anonymous);
        String id = create(user, "task 0");
        int stale = 0;
        int asked = 0;
        for (int i = 1; i <= WRITES; i++) {
            // Now and then it catches up, or it would be left alone for its lag.
            if (i % STANDSTILL == 1) {
                STANDBY.pause();
            }
            retitle(user, id, "task " + i);
            asked += isUsable() ? 1 : 0;
            stale += list(user).contains("task " + i) ? 0 : 1;
            if (i % STANDSTILL == 0) {
                STANDBY.resume();
            }
        }

        assertThat(stale).isZero();
        assertThat(asked).isPositive();
        assertThat(this.meters.get("taskflow.reads").tag("source", "behind").counter().count()).isPositive();
    }

    @Test
    @Order(3)
    void leavesAReplicaAloneThatLags() {
        await().until(this::isUsable);
        STANDBY.pause();
        try {
            await().until(() -> !isUsable());
            assertThat(lagSeconds()).isGreaterThan(5);
        } finally {
            STANDBY.resume();
        }
        await().until(this::isUsable);
        assertThat(lagSeconds()).isBetween(0.0, 5.0);
    }

    @Test
    @Order(4)
    void readsFromThePrimaryWhenRedisWasEmptied() {
        await().until(this::isUsable);
        ApiUser user = ApiUser.register(this.anonymous);
        String id = create(user, "old");
        await().until(() -> list(user).contains("old"));
        STANDBY.pause();
        try {
            retitle(user, id, "new");
            this.redis.delete(List.of("written:era", "written:" + user.id()));

            assertThat(list(user)).containsExactly("new");
            assertThat(list(user)).containsExactly("new");
        } finally {
            STANDBY.resume();
        }
    }

    @Test
    @Order(5)
    void answersInTimeWhenTheReplicaHangs() {
        await().until(this::isUsable);
        ApiUser user = ApiUser.register(this.anonymous);
        create(user, "a task");
        await().until(() -> list(user).contains("a task"));
        STANDBY.freeze();
        try {
            // By then the pool asks a connection that it lends whether it is alive.
            await().pollDelay(Duration.ofMillis(600)).until(() -> true);
            for (int i = 0; i < 20; i++) {
                assertTimeout(Duration.ofSeconds(3), () -> assertThat(list(user)).containsExactly("a task"));
            }
        } finally {
            STANDBY.thaw();
        }
    }

    @Test
    @Order(6)
    void answersEveryRequestWhenTheReplicaDies() {
        await().until(this::isUsable);
        ApiUser user = ApiUser.register(this.anonymous);
        create(user, "a task");
        assertThat(list(user)).containsExactly("a task");

        STANDBY.kill();

        for (int i = 0; i < 100; i++) {
            assertThat(list(user)).containsExactly("a task");
        }
        await().until(() -> !isUsable());
    }

    private boolean isUsable() {
        return this.meters.get("taskflow.replica.usable").gauge().value() == 1;
    }

    private double lagSeconds() {
        return this.meters.get("taskflow.replica.lag").gauge().value();
    }

    private String create(ApiUser user, String title) {
        return Objects.requireNonNull(user.client().post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON)
                .body("{\"title\": \"%s\"}".formatted(title)).exchange().expectStatus().isCreated()
                .expectBody(Task.class).returnResult().getResponseBody()).id();
    }

    private void retitle(ApiUser user, String id, String title) {
        user.client().patch().uri("/api/v1/tasks/" + id).contentType(MediaType.APPLICATION_JSON)
                .body("{\"title\": \"%s\"}".formatted(title)).exchange().expectStatus().isOk();
    }

    private List<String> list(ApiUser user) {
        Page page = Objects.requireNonNull(
                user.client().get().uri("/api/v1/tasks").exchange().expectStatus().isOk().expectBody(Page.class)
                        .returnResult().getResponseBody());
        return page.items().stream().map(Task::title).toList();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Page(List<Task> items) {

    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Task(String id, String title) {

    }

}

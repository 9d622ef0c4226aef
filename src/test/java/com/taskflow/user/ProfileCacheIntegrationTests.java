package com.taskflow.user;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** One's own account from the cache: without a statement, and never older than one's own change. */
@FullStackTest
class ProfileCacheIntegrationTests {

    private static final int READERS = 20;

    private final RestTestClient anonymous;

    private final ProfileCache cache;

    private final StringRedisTemplate redis;

    private final StatementCounter statements;

    ProfileCacheIntegrationTests(@Autowired RestTestClient anonymous, @Autowired ProfileCache cache,
            @Autowired StringRedisTemplate redis, @Autowired StatementCounter statements) {
        this.anonymous = anonymous;
        this.cache = cache;
        this.redis = redis;
        this.statements = statements;
    }

    @Test
    void readsNothingFromTheDatabaseTheSecondTime() {
        ApiUser user = ApiUser.register(this.anonymous);
        String first = profile(user);

        assertThat(this.statements.during(() -> assertThat(profile(user)).isEqualTo(first))).isEmpty();
    }

    @Test
    void showsEveryChangeAtOnce() {
        ApiUser user = ApiUser.register(this.anonymous);
        for (int i = 0; i < 50; i++) {
            assertThat(profile(user)).isNotEmpty();
            String name = "Name " + i;

            user.client().patch().uri("/api/v1/users/me").contentType(MediaType.APPLICATION_JSON)
                    .body("{\"name\": \"%s\"}".formatted(name)).exchange().expectStatus().isOk();

            assertThat(profile(user)).contains('"' + name + '"');
        }
    }

    @Test
    void keepsNothingThatWasReadBeforeAChange() {
        UUID id = UUID.randomUUID();

        UserResponse read = this.cache.get(id, () -> {
            this.cache.mark(new UserChanged(id));
            return profileOf(id, "old");
        });

        assertThat(read.name()).isEqualTo("old");
        assertThat(this.cache.get(id, () -> profileOf(id, "new")).name()).isEqualTo("new");
        assertThat(this.redis.opsForValue().get("profile:" + id)).doesNotContain("old");
    }

    @Test
    void readsTheDatabaseOnceForThoseWhoWait() throws Exception {
        UUID id = UUID.randomUUID();
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch allAsked = new CountDownLatch(READERS);
        List<Future<UserResponse>> answers = new ArrayList<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                answers.add(threads.submit(() -> {
                    allAsked.countDown();
                    return this.cache.get(id, () -> {
                        readings.incrementAndGet();
                        return afterAll(allAsked, id);
                    });
                }));
            }
            for (Future<UserResponse> answer : answers) {
                assertThat(answer.get().name()).isEqualTo("name");
            }
        }

        assertThat(readings).hasValue(1);
    }

    @Test
    void readsTheDatabaseWhenItDoesNotUnderstandWhatIsStored() {
        UUID id = UUID.randomUUID();
        this.redis.opsForValue().set("profile:" + id, "{");

        assertThat(this.cache.get(id, () -> profileOf(id, "name")).name()).isEqualTo("name");
    }

    private static String profile(ApiUser user) {
        byte[] body = user.client().get().uri("/api/v1/users/me").exchange().expectStatus().isOk().expectBody()
                .returnResult().getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static UserResponse profileOf(UUID id, String name) {
        return new UserResponse(id, "me@example.org", false, name, "UTC", Instant.EPOCH, 0);
    }

    private static UserResponse afterAll(CountDownLatch allAsked, UUID id) {
        try {
            allAsked.await();
            return profileOf(id, "name");
        } catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

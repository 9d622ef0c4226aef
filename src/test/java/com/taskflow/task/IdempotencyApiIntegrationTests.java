package com.taskflow.task;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes that are sent again over HTTP. */
@FullStackTest
class IdempotencyApiIntegrationTests {

    private static final String MILK = "{\"title\": \"Buy milk\"}";

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private final StatementCounter statements;

    private TaskClient tasks;

    IdempotencyApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired StatementCounter statements) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.statements = statements;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void givesTheSameAnswerAgain() {
        TaskClient.Answer first = create(MILK, "\"key\"");

        TaskClient.Answer second = create(MILK, "key");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.operation()).isEqualTo(first.operation());
        assertThat(second.headers().getETag()).isEqualTo(first.headers().getETag());
        assertThat(second.headers().getLocation()).isEqualTo(first.headers().getLocation());
        assertThat(second.headers().getContentType()).isEqualTo(first.headers().getContentType());
        assertThat(second.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.headers().containsHeader("Idempotent-Replayed")).isFalse();
        assertThat(this.tasks.live()).hasSize(1);
    }

    @Test
    void refusesTheKeyForAnotherWrite() {
        create(MILK, "key");

        TaskClient.Answer answer = create("{\"title\": \"Buy bread\"}", "key");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void keepsKeysOfRoutesAndUsersApart() {
        create(MILK, "key");
        TaskClient other = new TaskClient(ApiUser.register(this.anonymous));

        assertThat(
                other.send(HttpMethod.POST, "/api/v1/tasks", "{\"title\": \"x\"}", "Idempotency-Key", "key").status())
                .isEqualTo(201);
        assertThat(this.tasks.send(HttpMethod.POST, "/api/v1/tasks/batch",
                "{\"operations\": [{\"op\": \"create\", \"fields\": {\"title\": \"x\"}}]}", "Idempotency-Key", "key")
                .status()).isEqualTo(200);
    }

    @Test
    void leavesTheKeyFreeWhenTheWriteFails() {
        assertThat(create("{\"title\": \"\"}", "key").status()).isEqualTo(400);

        assertThat(create(MILK, "key").status()).isEqualTo(201);
        assertThat(this.tasks.live()).hasSize(1);
    }

    @Test
    void refusesMalformedKeyAndTwoKeys() {
        assertThat(create(MILK, "a b").status()).isEqualTo(400);
        assertThat(this.tasks
                .send(HttpMethod.POST, "/api/v1/tasks", MILK, "Idempotency-Key", "a", "Idempotency-Key", "b").status())
                .isEqualTo(400);
        assertThat(this.tasks.live()).isEmpty();
    }

    @Test
    void ignoresTheKeyOnOtherMethods() {
        String id = this.tasks.create("a", "");
        String uri = "/api/v1/tasks/" + id;

        assertThat(this.tasks.send(HttpMethod.PATCH, uri, "{\"title\": \"b\"}", "Idempotency-Key", "a b").status())
                .isEqualTo(200);
        assertThat(this.tasks.send(HttpMethod.PATCH, uri, "{\"title\": \"c\"}", "Idempotency-Key", "a b")
                .<String>at("$.title")).isEqualTo("c");
    }

    @Test
    void replaysBatchAndUndo() {
        String batch = "{\"operations\": [{\"op\": \"create\", \"fields\": {\"title\": \"x\"}}]}";
        TaskClient.Answer first = this.tasks.send(HttpMethod.POST, "/api/v1/tasks/batch", batch, "Idempotency-Key",
                "b");
        TaskClient.Answer second = this.tasks.send(HttpMethod.POST, "/api/v1/tasks/batch", batch, "Idempotency-Key",
                "b");
        String undo = "/api/v1/operations/" + first.operation() + "/undo";

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(this.tasks.send(HttpMethod.POST, undo, "", "Idempotency-Key", "u").status()).isEqualTo(200);
        assertThat(this.tasks.send(HttpMethod.POST, undo, "", "Idempotency-Key", "u").status()).isEqualTo(200);
        assertThat(this.tasks.send(HttpMethod.POST, undo, "", "Idempotency-Key", "v").status()).isEqualTo(409);
    }

    @Test
    void writesOnceWhenManyComeAtOnce() throws Exception {
        List<Integer> statuses = atOnce(20, () -> create(MILK, "key").status());

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(this.tasks.live()).hasSize(1);
        assertThat(this.jdbc.sql("select count(*) from task_change where user_id = ?").param(this.tasks.userId())
                .query(Integer.class).single()).isOne();
    }

    @Test
    void letsOneOfManyConditionalWritesThrough() throws Exception {
        TaskClient.Answer created = this.tasks.create(MILK);
        String tag = String.valueOf(created.headers().getETag());

        List<Integer> statuses = atOnce(20,
                () -> this.tasks.send(HttpMethod.PATCH, "/api/v1/tasks/" + created.at("$.id"),
                        "{\"description\": \"%s\"}".formatted(Thread.currentThread().threadId()), "If-Match", tag)
                        .status());

        assertThat(statuses.stream().filter((status) -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter((status) -> status == 412)).hasSize(19);
    }

    @Test
    void costsTwoStatementsMore() {
        create(MILK, "first");

        assertThat(this.statements.during(() -> create(MILK, "second"))).hasSizeLessThanOrEqualTo(6);
    }

    private TaskClient.Answer create(String json, String key) {
        return this.tasks.send(HttpMethod.POST, "/api/v1/tasks", json, "Idempotency-Key", key);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Stream.generate(() -> work).limit(times).toList()).stream()
                    .map(IdempotencyApiIntegrationTests::result).toList();
        }
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

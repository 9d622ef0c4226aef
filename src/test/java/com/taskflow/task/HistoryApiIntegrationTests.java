package com.taskflow.task;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The change log, and a task's part of it over HTTP. */
@FullStackTest
class HistoryApiIntegrationTests {

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private TaskClient tasks;

    HistoryApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void tellsWhatWasDoneLatestFirst() {
        String id = this.tasks.create("old", "");
        String operation = this.tasks.patch(id, "{\"title\": \"new\", \"due\": {\"date\": \"2026-12-01\"}}")
                .operation();
        this.tasks.delete(id);

        TaskClient.Answer history = this.tasks.get("/api/v1/tasks/" + id + "/history");

        assertThat(history.<List<String>>at("$.items[*].kind")).containsExactly("trashed", "updated", "created");
        assertThat(history.<String>at("$.items[1].operationId")).isEqualTo(operation);
        assertThat(history.<String>at("$.items[1].changes.title.from")).isEqualTo("old");
        assertThat(history.<String>at("$.items[1].changes.title.to")).isEqualTo("new");
        assertThat(history.<Object>at("$.items[1].changes.due.from")).isNull();
        assertThat(history.<String>at("$.items[1].changes.due.to.date")).isEqualTo("2026-12-01");
        assertThat(history.<String>at("$.items[1].sessionId")).isNotBlank();
    }

    @Test
    void pagesThroughHistory() {
        String id = this.tasks.create("0", "");
        this.tasks.patch(id, "{\"title\": \"1\"}");
        this.tasks.patch(id, "{\"title\": \"2\"}");
        String uri = "/api/v1/tasks/" + id + "/history?limit=2";

        TaskClient.Answer first = this.tasks.get(uri);
        TaskClient.Answer second = this.tasks.get(uri + "&cursor=" + first.at("$.nextCursor"));

        assertThat(first.<List<String>>at("$.items[*].changes.title.to")).containsExactly("2", "1");
        assertThat(second.<List<String>>at("$.items[*].changes.title.to")).containsExactly("0");
        assertThat(second.<Object>at("$.nextCursor")).isNull();
    }

    @Test
    void numbersEveryChangeOnceWithoutGap() {
        String id = this.tasks.create("a", "");
        String child = this.tasks.create("b", id);
        this.tasks.patch(id, "{\"title\": \"a\"}");
        this.tasks.delete(id);
        this.tasks.delete(child);
        this.tasks.restore(id);
        this.tasks.create("{\"title\": \"\"}");
        this.tasks.create("{\"title\": \"x\", \"parentId\": \"019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b\"}");

        List<@Nullable Long> numbers = this.jdbc.sql("select seq from task_change where user_id = ? order by seq")
                .param(this.tasks.userId()).query(Long.class).list();
        long counter = this.jdbc.sql("select seq from change_counter where user_id = ?").param(this.tasks.userId())
                .query(Long.class).single();

        assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(counter).isEqualTo(6);
    }

    @Test
    void forgetsWhatWasPurged() {
        String id = this.tasks.create("secret", "");
        this.tasks.delete(id);
        this.tasks.purge(id);

        assertThat(this.tasks.get("/api/v1/tasks/" + id + "/history").status()).isEqualTo(404);
        assertThat(this.jdbc.sql("select fields::text from task_change where user_id = ?").param(this.tasks.userId())
                .query(String.class).list()).containsOnly("{}").hasSize(3);
    }

    @Test
    void hidesHistoryOfOthers() {
        String id = this.tasks.create("a", "");

        TaskClient other = new TaskClient(ApiUser.register(this.anonymous));

        assertThat(other.get("/api/v1/tasks/" + id + "/history").status()).isEqualTo(404);
    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual order over HTTP. */
@FullStackTest
class PositionApiIntegrationTests {

    private final RestTestClient anonymous;

    private TaskClient tasks;

    PositionApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void movesLikeAListAndKeepsNewTasksLast() {
        List<String> expected = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 8; i++) {
            expected.add(this.tasks.create("t" + i, ""));
        }

        for (int i = 0; i < 60; i++) {
            String moved = expected.remove(random.nextInt(expected.size()));
            int place = random.nextInt(expected.size());
            boolean before = random.nextBoolean();
            assertThat(move(moved, before ? "before" : "after", expected.get(place)).status()).isEqualTo(200);
            expected.add(before ? place : place + 1, moved);
        }
        expected.add(this.tasks.create("new", ""));

        assertThat(this.tasks.get("/api/v1/tasks?sort=rank").<List<String>>at("$.items[*].id")).isEqualTo(expected);
    }

    @Test
    void changesNothingWhereItStandsAlready() {
        String first = this.tasks.create("first", "");
        String second = this.tasks.create("second", "");

        TaskClient.Answer answer = move(second, "after", first);

        assertThat(answer.<Integer>at("$.version")).isZero();
        assertThat(answer.headers().containsHeader("X-Operation-Id")).isFalse();
        assertThat(move(first, "before", second).<Integer>at("$.version")).isZero();
    }

    @Test
    void canBeUndone() {
        String first = this.tasks.create("first", "");
        String second = this.tasks.create("second", "");

        this.tasks.undo(move(second, "before", first).operation());

        assertThat(this.tasks.get("/api/v1/tasks?sort=rank").<List<String>>at("$.items[*].id"))
                .containsExactly(first, second);
    }

    @Test
    void refusesNeighboursThatCannotBe() {
        String task = this.tasks.create("task", "");
        String trashed = this.tasks.create("trashed", "");
        this.tasks.delete(trashed);
        String foreign = new TaskClient(ApiUser.register(this.anonymous)).create("foreign", "");

        for (String other : List.of(task, trashed, foreign, Identifiers.next().toString())) {
            TaskClient.Answer answer = move(task, "after", other);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.<String>at("$.errors[0].field")).isEqualTo("after");
        }
        assertThat(move(trashed, "after", task).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"before\": null}", "{\"after\": 1}",
        "{\"before\": \"%1$s\", \"after\": \"%1$s\"}"})
    void asksForOneNeighbour(String json) {
        String task = this.tasks.create("task", "");

        assertThat(
                this.tasks.send(HttpMethod.PUT, "/api/v1/tasks/" + task + "/position", json.formatted(task)).status())
                .isEqualTo(400);
    }

    @Test
    void refusesStaleTags() {
        String first = this.tasks.create("first", "");
        String second = this.tasks.create("second", "");

        TaskClient.Answer answer = this.tasks.send(HttpMethod.PUT, "/api/v1/tasks/" + second + "/position",
                "{\"before\": \"%s\"}".formatted(first), "If-Match", "\"stale\"");

        assertThat(answer.status()).isEqualTo(412);
    }

    private TaskClient.Answer move(String id, String where, String other) {
        return this.tasks.send(HttpMethod.PUT, "/api/v1/tasks/" + id + "/position",
                "{\"%s\": \"%s\"}".formatted(where, other));
    }

}

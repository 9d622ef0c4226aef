package com.taskflow.task;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** How deep tasks may stand below each other, and what becomes of sub-tasks. */
@FullStackTest
class TaskTreeIntegrationTests {

    private final RestTestClient anonymous;

    private TaskClient tasks;

    TaskTreeIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void allowsFiveLevels() {
        String fifth = chain(5);

        TaskClient.Answer sixth = this.tasks.create("{\"title\": \"6\", \"parentId\": \"%s\"}".formatted(fifth));

        assertThat(sixth.status()).isEqualTo(422);
        assertThat(sixth.<String>at("$.type")).isEqualTo("/problems/invalid-reference");
        assertThat(sixth.<String>at("$.errors[0].field")).isEqualTo("parentId");
    }

    @Test
    void countsWhatStandsBelowAMovedTask() {
        String third = chain(3);
        String top = this.tasks.create("top", "");
        this.tasks.create("middle", top);
        String trashed = this.tasks.create("trashed", this.tasks.create("low", top));
        this.tasks.delete(trashed);

        assertThat(move(top, third).status()).isEqualTo(422);
        this.tasks.purge(trashed);
        assertThat(move(top, third).status()).isEqualTo(200);
    }

    @Test
    void refusesCycles() {
        String top = this.tasks.create("top", "");
        String low = this.tasks.create("low", this.tasks.create("middle", top));

        assertThat(move(top, low).status()).isEqualTo(422);
        assertThat(move(top, top).status()).isEqualTo(422);
    }

    @Test
    void leavesSubTasksOpenWhenTheirParentIsDone() {
        String parent = this.tasks.create("parent", "");
        String child = this.tasks.create("child", parent);

        this.tasks.patch(parent, "{\"status\": \"done\"}");

        assertThat(this.tasks.read(child).<String>at("$.status")).isEqualTo("todo");
        assertThat(this.tasks.read(child).<String>at("$.parentId")).isEqualTo(parent);
    }

    @Test
    void takesSubTasksToTheTrashAndBack() {
        String parent = this.tasks.create("parent", "");
        String child = this.tasks.create("child", parent);

        this.tasks.delete(parent);
        assertThat(this.tasks.read(child).status()).isEqualTo(404);

        this.tasks.restore(parent);
        assertThat(this.tasks.read(child).<String>at("$.parentId")).isEqualTo(parent);
    }

    private String chain(int length) {
        String last = "";
        for (int i = 0; i < length; i++) {
            last = this.tasks.create("t", last);
        }
        return last;
    }

    private TaskClient.Answer move(String id, String parent) {
        return this.tasks.patch(id, "{\"parentId\": \"%s\"}".formatted(parent));
    }

}

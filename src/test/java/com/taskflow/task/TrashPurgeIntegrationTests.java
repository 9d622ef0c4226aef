package com.taskflow.task;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The end of what has been in the trash for 30 days. */
@FullStackTest
class TrashPurgeIntegrationTests {

    private final TrashPurge purge;

    private final JdbcClient jdbc;

    private final TaskClient tasks;

    TrashPurgeIntegrationTests(@Autowired TrashPurge purge, @Autowired JdbcClient jdbc,
            @Autowired RestTestClient anonymous) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @Test
    void purgesWhatIsOldAndLeavesTombstones() {
        String old = this.tasks.create("old", "");
        String below = this.tasks.create("below", old);
        this.tasks.delete(old);
        this.jdbc.sql("update task set deleted_at = deleted_at - interval '30 days 1 hour' where user_id = ?")
                .param(this.tasks.userId()).update();
        String young = this.tasks.create("young", "");
        this.tasks.delete(young);
        String token = this.tasks.changes("").at("$.token");

        this.purge.run();

        assertThat(this.tasks.get("/api/v1/tasks/trash").<List<String>>at("$.items[*].id")).containsExactly(young);
        assertThat(this.tasks.changes("?since=" + token).<List<String>>at("$.removed"))
                .containsExactlyInAnyOrder(old, below);
    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** Following changes over HTTP. */
@FullStackTest
class ChangesApiIntegrationTests {

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private final StatementCounter statements;

    private TaskClient tasks;

    ChangesApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
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
    void listsWhatHasChangedSince() {
        String kept = this.tasks.create("kept", "");
        String deleted = this.tasks.create("deleted", "");
        String purged = this.tasks.create("purged", "");
        String token = this.tasks.changes("").at("$.token");
        this.tasks.patch(kept, "{\"title\": \"changed\"}");
        this.tasks.delete(deleted);
        this.tasks.delete(purged);
        this.tasks.purge(purged);

        TaskClient.Answer changes = this.tasks.changes("?since=" + token);

        assertThat(changes.<List<String>>at("$.items[*].title")).containsExactly("changed");
        assertThat(changes.<List<String>>at("$.removed")).containsExactly(deleted, purged);
        assertThat(changes.<Boolean>at("$.hasMore")).isFalse();
        String next = changes.at("$.token");
        assertThat(this.tasks.changes("?since=" + next).<List<?>>at("$.items")).isEmpty();
        this.tasks.restore(deleted);
        assertThat(this.tasks.changes("?since=" + next).<List<String>>at("$.items[*].id")).containsExactly(deleted);
    }

    @Test
    void pagesFromTheBeginningInTheOrderOfChanges() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(this.tasks.create("task " + i, ""));
        }
        TaskClient.Answer page = this.tasks.changes("?limit=2");
        List<String> seen = new ArrayList<>(page.<List<String>>at("$.items[*].id"));
        // Changed while it is read: it comes again.
        this.tasks.patch(ids.getFirst(), "{\"title\": \"changed\"}");
        while (page.<Boolean>at("$.hasMore")) {
            page = this.tasks.changes("?limit=2&since=" + page.at("$.token"));
            seen.addAll(page.<List<String>>at("$.items[*].id"));
        }

        ids.add(ids.getFirst());
        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void readsChangesWithOneStatement() {
        this.tasks.create("a", "");

        assertThat(this.statements.during(() -> this.tasks.changes(""))).hasSize(1);
    }

    @Test
    void refusesTokensOfOthersAndForgedOnes() {
        String token = this.tasks.changes("").at("$.token");
        TaskClient other = new TaskClient(ApiUser.register(this.anonymous));

        assertThat(other.changes("?since=" + token).status()).isEqualTo(400);
        assertThat(this.tasks.changes("?since=" + token.replaceFirst("^..", "AA")).status()).isEqualTo(400);
        assertThat(this.tasks.changes("?since=x").status()).isEqualTo(400);
        assertThat(this.tasks.changes("?limit=1001").status()).isEqualTo(400);
        assertThat(this.tasks.changes("?limit=0").status()).isEqualTo(400);
    }

    @Test
    void sendsBackToTheBeginningAfterRestoreOfTheDatabase() {
        this.tasks.create("a", "");
        String token = this.tasks.changes("").at("$.token");

        this.jdbc.sql("update change_counter set seq = 0 where user_id = ?").param(this.tasks.userId()).update();
        assertThat(this.tasks.changes("?since=" + token).status()).isEqualTo(410);

        this.jdbc.sql("update change_counter set seq = 1, epoch = epoch + 1 where user_id = ?")
                .param(this.tasks.userId()).update();
        TaskClient.Answer answer = this.tasks.changes("?since=" + token);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.<String>at("$.type")).isEqualTo("/problems/sync-token-expired");
    }

}

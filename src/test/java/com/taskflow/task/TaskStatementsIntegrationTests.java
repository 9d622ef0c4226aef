package com.taskflow.task;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** How many SQL statements a request may cost. */
@FullStackTest
class TaskStatementsIntegrationTests {

    private final RestTestClient anonymous;

    private final StatementCounter statements;

    private RestTestClient client;

    TaskStatementsIntegrationTests(@Autowired RestTestClient anonymous, @Autowired StatementCounter statements) {
        this.anonymous = anonymous;
        this.statements = statements;
        this.client = anonymous;
    }

    @BeforeEach
    void signUp() {
        this.client = ApiUser.register(this.anonymous).client();
        create("{\"title\": \"a\"}");
    }

    @Test
    void listsWithOneStatement() {
        assertThat(this.statements.during(() -> list(""))).hasSize(1);
    }

    @Test
    void findsListUnchangedWithOneStatement() {
        String tag = String.valueOf(list("").returnResult(byte[].class).getResponseHeaders().getETag());

        assertThat(this.statements.during(() -> list(tag).expectStatus().isNotModified())).hasSize(1);
    }

    @Test
    void createsWithThreeStatements() {
        assertThat(this.statements.during(() -> create("{\"title\": \"b\", \"due\": {\"date\": \"2027-01-31\"}}")))
                .hasSize(3);
    }

    private RestTestClient.ResponseSpec list(String ifNoneMatch) {
        return this.client.get().uri("/api/v1/tasks?status=todo")
                .headers((headers) -> headers.setAll(Map.of(HttpHeaders.IF_NONE_MATCH, ifNoneMatch))).exchange();
    }

    private void create(String json) {
        this.client.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json).exchange()
                .expectStatus().isCreated();
    }

}

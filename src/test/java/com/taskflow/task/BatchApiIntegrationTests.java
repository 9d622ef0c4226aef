package com.taskflow.task;

import java.util.List;
import java.util.stream.IntStream;

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
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** Batches over HTTP. */
@FullStackTest
class BatchApiIntegrationTests {

    private final RestTestClient anonymous;

    private final StatementCounter statements;

    private TaskClient tasks;

    BatchApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired StatementCounter statements) {
        this.anonymous = anonymous;
        this.statements = statements;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void doesOperationsInTheirOrder() {
        String existing = this.tasks.create("existing", "");
        String id = Identifiers.next().toString();

        TaskClient.Answer answer = this.tasks.batch(true, create(id, "{\"title\": \"new\"}"),
                update(id, "{\"priority\": \"high\"}"),
                create("{\"title\": \"below\", \"parentId\": \"%s\"}".formatted(id)),
                "{\"op\": \"delete\", \"id\": \"%s\"}".formatted(existing),
                "{\"op\": \"restore\", \"id\": \"%s\"}".formatted(existing));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<List<Integer>>at("$.results[*].status")).containsExactly(201, 200, 201, 204, 200);
        assertThat(answer.<String>at("$.results[2].task.parentId")).isEqualTo(id);
        assertThat(this.tasks.read(id).<String>at("$.priority")).isEqualTo("high");
        assertThat(answer.operation()).isNotBlank();
    }

    @Test
    void answersEachForItselfUnlessAtomic() {
        TaskClient.Answer answer = this.tasks.batch(false, create("{\"title\": \"one\"}"), create("{\"title\": \"\"}"),
                create("{\"title\": \"x\", \"color\": \"red\"}"), update(Identifiers.next().toString(), "{}"),
                create("{\"title\": \"two\"}"));

        assertThat(answer.<List<Integer>>at("$.results[*].status")).containsExactly(201, 400, 400, 404, 201);
        assertThat(answer.<String>at("$.results[1].problem.errors[0].field")).isEqualTo("fields.title");
        assertThat(answer.<String>at("$.results[2].problem.errors[0].field")).isEqualTo("fields.color");
        assertThat(answer.<String>at("$.results[3].problem.type")).isEqualTo("/problems/not-found");
        assertThat(this.tasks.live()).hasSize(2);
    }

    @Test
    void changesNothingWhenAnAtomicOneIsRefused() {
        TaskClient.Answer answer = this.tasks.batch(true, create("{\"title\": \"one\"}"), create("{\"title\": \"\"}"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("/problems/batch-failed");
        assertThat(answer.<Integer>at("$.errors[0].index")).isEqualTo(1);
        assertThat(this.tasks.live()).isEmpty();
    }

    @Test
    void refusesAnotherVersion() {
        String id = this.tasks.create("a", "");
        this.tasks.patch(id, "{\"title\": \"b\"}");

        TaskClient.Answer answer = this.tasks.batch(false,
                "{\"op\": \"update\", \"id\": \"%s\", \"ifVersion\": 0, \"fields\": {\"title\": \"c\"}}".formatted(id),
                "{\"op\": \"update\", \"id\": \"%s\", \"ifVersion\": 1, \"fields\": {\"title\": \"d\"}}".formatted(id));

        assertThat(answer.<List<Integer>>at("$.results[*].status")).containsExactly(412, 200);
    }

    @Test
    void refusesIdThatIsTaken() {
        String id = Identifiers.next().toString();

        TaskClient.Answer answer = this.tasks.batch(false, create(id, "{\"title\": \"a\"}"),
                create(id, "{\"title\": \"b\"}"));

        assertThat(answer.<List<Integer>>at("$.results[*].status")).containsExactly(201, 409);
    }

    @Test
    void writesManyTasksWithFewStatements() {
        String[] creations = IntStream.range(0, 100).mapToObj((i) -> create("{\"title\": \"%d\"}".formatted(i)))
                .toArray(String[]::new);

        List<String> sent = this.statements.during(() -> this.tasks.batch(true, creations));

        // One entry for each row of a JDBC batch; what is sent is counted by its kind.
        assertThat(sent.stream().filter((sql) -> !sql.startsWith("insert into task ")).toList())
                .hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"operations\": []}", "{\"operations\": null}", "{\"operations\": [null]}",
        "{\"operations\": [{\"op\": \"CREATE\"}]}", "{\"operations\": [{}]}",
        "{\"operations\": [{\"op\": \"create\", \"fields\": {\"title\": \"x\"}, \"extra\": 1}]}"})
    void refusesMalformedBatch(String json) {
        assertThat(this.tasks.send(HttpMethod.POST, "/api/v1/tasks/batch", json).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"op\": \"create\"}", "{\"op\": \"create\", \"fields\": null}",
        "{\"op\": \"create\", \"fields\": []}", "{\"op\": \"create\", \"fields\": \"x\"}",
        "{\"op\": \"create\", \"ifVersion\": 0, \"fields\": {\"title\": \"x\"}}",
        "{\"op\": \"create\", \"fields\": {\"id\": \"019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b\", \"title\": \"x\"}}",
        "{\"op\": \"update\", \"fields\": {\"title\": \"x\"}}", "{\"op\": \"delete\"}",
        "{\"op\": \"create\", \"fields\": {\"title\": \"a\\u0000b\"}}"})
    void refusesMalformedOperationAlone(String operation) {
        TaskClient.Answer answer = this.tasks.batch(false, operation, create("{\"title\": \"fine\"}"));

        assertThat(answer.<List<Integer>>at("$.results[*].status")).containsExactly(400, 201);
    }

    @Test
    void refusesTooManyOperations() {
        String[] many = IntStream.range(0, 101).mapToObj((_) -> create("{\"title\": \"x\"}")).toArray(String[]::new);

        assertThat(this.tasks.batch(false, many).status()).isEqualTo(400);
        assertThat(this.tasks.send(HttpMethod.POST, "/api/v1/tasks/batch?atomic=yes",
                "{\"operations\": [" + many[0] + "]}").status()).isEqualTo(400);
    }

    private static String create(String fields) {
        return "{\"op\": \"create\", \"fields\": %s}".formatted(fields);
    }

    private static String create(String id, String fields) {
        return "{\"op\": \"create\", \"id\": \"%s\", \"fields\": %s}".formatted(id, fields);
    }

    private static String update(String id, String fields) {
        return "{\"op\": \"update\", \"id\": \"%s\", \"fields\": %s}".formatted(id, fields);
    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Taking operations back over HTTP. */
@FullStackTest
class UndoApiIntegrationTests {

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private TaskClient tasks;

    UndoApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void setsChangedFieldsBack() {
        String id = this.tasks.create("""
                {"title": "old", "labels": ["a"], "due": {"date": "2026-12-01", "time": "09:00"}}""").at("$.id");
        var before = this.tasks.live();
        String operation = this.tasks.patch(id,
                "{\"title\": \"new\", \"labels\": [], \"due\": null, \"status\": \"done\", \"priority\": \"low\"}")
                .operation();

        TaskClient.Answer answer = this.tasks.undo(operation);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.items[0].title")).isEqualTo("old");
        assertThat(this.tasks.live()).isEqualTo(before);
    }

    @Test
    void undoesAnUndo() {
        String id = this.tasks.create("old", "");
        String undo = this.tasks.undo(this.tasks.patch(id, "{\"title\": \"new\"}").operation()).operation();

        this.tasks.undo(undo);

        assertThat(this.tasks.read(id).<String>at("$.title")).isEqualTo("new");
    }

    @Test
    void trashesWhatWasCreated() {
        TaskClient.Answer created = this.tasks.create("{\"title\": \"a\"}");

        TaskClient.Answer answer = this.tasks.undo(created.operation());

        assertThat(answer.<List<String>>at("$.removed")).containsExactly(created.<String>at("$.id"));
        assertThat(this.tasks.get("/api/v1/tasks/trash").<List<?>>at("$.items")).hasSize(1);
    }

    @Test
    void bringsBackOnlyWhatTheSameOperationTrashed() {
        String parent = this.tasks.create("parent", "");
        String before = this.tasks.create("before", parent);
        String together = this.tasks.create("together", parent);
        this.tasks.delete(before);

        this.tasks.undo(this.tasks.delete(parent).operation());

        assertThat(this.tasks.read(together).<String>at("$.parentId")).isEqualTo(parent);
        assertThat(this.tasks.read(before).status()).isEqualTo(404);
    }

    @Test
    void bringsBackToTheTopWhenTheParentIsInTheTrash() {
        String parent = this.tasks.create("parent", "");
        String child = this.tasks.create("child", parent);
        String operation = this.tasks.delete(child).operation();
        this.tasks.delete(parent);

        this.tasks.undo(operation);

        assertThat(this.tasks.read(child).<Object>at("$.parentId")).isNull();
    }

    @Test
    void namesFieldsThatWereChangedSince() {
        String id = this.tasks.create("old", "");
        String operation = this.tasks.patch(id, "{\"title\": \"new\", \"priority\": \"high\"}").operation();
        this.tasks.patch(id, "{\"title\": \"newest\", \"description\": \"d\"}");

        TaskClient.Answer answer = this.tasks.undo(operation);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("/problems/undo-conflict");
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("title");
        assertThat(this.tasks.read(id).<String>at("$.priority")).isEqualTo("high");
    }

    @Test
    void undoesBatchAsAWholeOrNotAtAll() {
        String a = this.tasks.create("a", "");
        String b = this.tasks.create("b", "");
        var before = this.tasks.live();
        String batch = this.tasks.batch(true,
                "{\"op\": \"update\", \"id\": \"%s\", \"fields\": {\"parentId\": \"%s\"}}".formatted(a, b),
                "{\"op\": \"create\", \"fields\": {\"title\": \"c\", \"parentId\": \"%s\"}}".formatted(a),
                "{\"op\": \"delete\", \"id\": \"%s\"}".formatted(b)).operation();

        this.tasks.undo(batch);

        assertThat(this.tasks.live()).isEqualTo(before);
        this.tasks.patch(a, "{\"title\": \"changed\"}");
        String second = this.tasks.batch(true,
                "{\"op\": \"update\", \"id\": \"%s\", \"fields\": {\"title\": \"x\"}}".formatted(a),
                "{\"op\": \"update\", \"id\": \"%s\", \"fields\": {\"title\": \"y\"}}".formatted(b)).operation();
        this.tasks.patch(a, "{\"title\": \"z\"}");
        assertThat(this.tasks.undo(second).status()).isEqualTo(409);
        assertThat(this.tasks.read(b).<String>at("$.title")).isEqualTo("y");
    }

    @Test
    void refusesWhatIsGoneForGood() {
        String id = this.tasks.create("a", "");
        String change = this.tasks.patch(id, "{\"title\": \"b\"}").operation();
        this.tasks.delete(id);
        String purge = this.tasks.purge(id).operation();

        assertThat(this.tasks.undo(purge).<String>at("$.type")).isEqualTo("/problems/not-undoable");
        assertThat(this.tasks.undo(change).<String>at("$.type")).isEqualTo("/problems/not-undoable");
    }

    @Test
    void refusesToSetATaskInTheTrashUnderWhatIsGoneForGood() {
        String parent = this.tasks.create("parent", "");
        String child = this.tasks.create("{\"title\": \"child\", \"parentId\": \"%s\"}".formatted(parent)).at("$.id");
        String operation = this.tasks.patch(child, "{\"parentId\": null}").operation();
        this.tasks.delete(child);
        this.tasks.delete(parent);
        this.tasks.purge(parent);

        TaskClient.Answer answer = this.tasks.undo(operation);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("/problems/undo-conflict");
    }

    @Test
    void refusesWhatIsTooOld() {
        String operation = this.tasks.create("{\"title\": \"a\"}").operation();
        this.jdbc.sql("update task_change set created_at = created_at - interval '31 days' where user_id = ?")
                .param(this.tasks.userId()).update();

        assertThat(this.tasks.undo(operation).<String>at("$.type")).isEqualTo("/problems/not-undoable");
    }

    @Test
    void hidesOperationsOfOthers() {
        String operation = this.tasks.create("{\"title\": \"a\"}").operation();

        TaskClient other = new TaskClient(ApiUser.register(this.anonymous));

        assertThat(other.undo(operation).status()).isEqualTo(404);
        assertThat(other.undo(Identifiers.next().toString()).status()).isEqualTo(404);
    }

    /** Whatever was done, undoing it from the last to the first leads back to where it began. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leadsBackToTheBeginning(long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(this.tasks.create("task " + i, ids.isEmpty() || random.nextBoolean() ? "" : pick(ids, random)));
        }
        Map<String, Map<String, Object>> before = this.tasks.live();
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TaskClient.Answer answer = doSomething(ids, random);
            if (answer.headers().containsHeader("X-Operation-Id")) {
                operations.add(answer.operation());
            }
        }

        operations.reversed().forEach((operation) -> assertThat(this.tasks.undo(operation)).as(operation)
                .satisfies((answer) -> assertThat(answer.status()).as(answer.body()).isEqualTo(200)));

        assertThat(this.tasks.live()).isEqualTo(before);
    }

    private TaskClient.Answer doSomething(List<String> ids, Random random) {
        String id = pick(ids, random);
        return switch (random.nextInt(8)) {
            case 0 -> {
                TaskClient.Answer created = this.tasks.create("{\"title\": \"new\"}");
                ids.add(created.at("$.id"));
                yield created;
            }
            case 1 -> this.tasks.patch(id, "{\"status\": \"%s\"}".formatted(random.nextBoolean() ? "done" : "todo"));
            case 2 -> this.tasks.patch(id, "{\"parentId\": \"%s\"}".formatted(pick(ids, random)));
            case 3 -> this.tasks.patch(id, "{\"title\": \"%d\", \"labels\": [\"%d\"]}".formatted(random.nextInt(9),
                    random.nextInt(3)));
            case 4 -> this.tasks.delete(id);
            case 5 -> this.tasks.restore(id);
            case 6 -> this.tasks.patch(id, "{\"due\": {\"date\": \"2026-12-0%d\"}}".formatted(1 + random.nextInt(9)));
            default -> this.tasks.batch(false, "{\"op\": \"delete\", \"id\": \"%s\"}".formatted(id),
                    "{\"op\": \"update\", \"id\": \"%s\", \"fields\": {\"parentId\": null, \"rank\": \"%d\"}}"
                            .formatted(pick(ids, random), random.nextInt(100)),
                    "{\"op\": \"restore\", \"id\": \"%s\"}".formatted(pick(ids, random)));
        };
    }

    private static String pick(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

}

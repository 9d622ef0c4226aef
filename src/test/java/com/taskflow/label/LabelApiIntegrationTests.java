package com.taskflow.label;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.OtherReplica;

import static org.assertj.core.api.Assertions.assertThat;

/** Labels over HTTP, and what they do to tasks. */
@FullStackTest
class LabelApiIntegrationTests {

    private static final String ROUTE = "/api/v1/labels";

    private static final int MANY = 1_700;

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private final OtherReplica other;

    private ApiUser user;

    LabelApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactionManager) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.other = new OtherReplica(jdbc, transactionManager);
        this.user = new ApiUser(anonymous, new UUID(0, 0), "", "");
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
    }

    @Test
    void createsReadsChangesAndDeletes() {
        Answer created = send(HttpMethod.POST, ROUTE, "{\"name\": \"home\", \"color\": \"#2e7d32\"}");
        assertThat(created.status()).isEqualTo(201);
        String uri = created.location();

        assertThat(send(HttpMethod.GET, uri, "").<String>at("$.color")).isEqualTo("#2e7d32");
        Answer changed = send(HttpMethod.PATCH, uri, "{\"name\": \"house\", \"color\": null}");
        assertThat(changed.<String>at("$.name")).isEqualTo("house");
        assertThat(changed.<String>at("$.color")).isNull();
        assertThat(changed.tag()).isNotEqualTo(created.tag());
        assertThat(send(HttpMethod.PATCH, uri, "{\"name\": \"house\"}").tag()).isEqualTo(changed.tag());
        assertThat(send(HttpMethod.DELETE, uri, "").status()).isEqualTo(204);
        assertThat(send(HttpMethod.GET, uri, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \" \"}", "{}", "{\"name\": \"a\", \"color\": \"red\"}",
        "{\"name\": \"a\", \"color\": \"#FFFFFF\"}",
        "{\"name\": \"a\", \"id\": \"00000000-0000-4000-8000-000000000000\"}",
        "{\"name\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}"})
    void refusesWhatIsNoLabel(String json) {
        assertThat(send(HttpMethod.POST, ROUTE, json).status()).isEqualTo(400);
    }

    @Test
    void refusesTwoOfOneName() {
        send(HttpMethod.POST, ROUTE, "{\"name\": \"a\"}");
        String b = send(HttpMethod.POST, ROUTE, "{\"name\": \"b\"}").location();

        assertThat(send(HttpMethod.POST, ROUTE, "{\"name\": \"a\"}").<String>at("$.type"))
                .isEqualTo("/problems/label-exists");
        assertThat(send(HttpMethod.PATCH, b, "{\"name\": \"a\"}").status()).isEqualTo(409);
    }

    @Test
    void listsByNameInPages() {
        List.of("c", "a", "b").forEach((name) -> send(HttpMethod.POST, ROUTE, "{\"name\": \"" + name + "\"}"));

        Answer first = send(HttpMethod.GET, ROUTE + "?limit=2", "");
        Answer second = send(HttpMethod.GET, ROUTE + "?limit=2&cursor=" + first.at("$.nextCursor"), "");

        assertThat(first.<List<String>>at("$.items[*].name")).containsExactly("a", "b");
        assertThat(second.<List<String>>at("$.items[*].name")).containsExactly("c");
        assertThat(second.<String>at("$.nextCursor")).isNull();
        assertThat(first.tag()).startsWith("W/");
        Answer forged = send(HttpMethod.GET, ROUTE + "?cursor=AAAA", "");
        assertThat(forged.status()).isEqualTo(400);
    }

    @Test
    void comesWithTheFirstTaskThatHasIt() {
        task("[\"home\", \"x, y\"]");
        task("[\"home\"]");

        assertThat(names()).containsExactly("home", "x, y");
    }

    @Test
    void renamesTheLabelOfEveryTask() {
        String both = task("[\"a\", \"b\", \"house\"]");
        String trashed = task("[\"b\"]");
        send(HttpMethod.DELETE, trashed, "");

        Answer renamed = send(HttpMethod.PATCH, uriOf("b"), "{\"name\": \"house 2\"}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(send(HttpMethod.GET, both, "").<List<String>>at("$.labels")).containsExactly("a", "house 2",
                "house");
        assertThat(send(HttpMethod.POST, trashed + "/restore", "").<List<String>>at("$.labels"))
                .containsExactly("house 2");
        assertThat(names()).containsExactly("a", "house", "house 2");
    }

    @Test
    void takesDeletedLabelsOffTasksAndLetsThatBeUndone() {
        String task = task("[\"a\", \"b\"]");

        Answer deleted = send(HttpMethod.DELETE, uriOf("b"), "");

        assertThat(send(HttpMethod.GET, task, "").<List<String>>at("$.labels")).containsExactly("a");
        send(HttpMethod.POST, "/api/v1/operations/" + deleted.operation() + "/undo", "");
        assertThat(send(HttpMethod.GET, task, "").<List<String>>at("$.labels")).containsExactly("a", "b");
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void letsARenamingOfTasksBeUndone() {
        String task = task("[\"a\"]");
        String label = uriOf("a");

        assertThat(send(HttpMethod.PATCH, label, "{\"color\": \"#2e7d32\"}").operation()).isEqualTo("null");
        Answer renamed = send(HttpMethod.PATCH, label, "{\"name\": \"b\"}");

        send(HttpMethod.POST, "/api/v1/operations/" + renamed.operation() + "/undo", "");
        assertThat(send(HttpMethod.GET, task, "").<List<String>>at("$.labels")).containsExactly("a");
    }

    @Test
    void renamesMoreTasksThanOneOperationMayChange() {
        String label = send(HttpMethod.POST, ROUTE, "{\"name\": \"a\"}").location();
        this.jdbc.sql("""
                insert into task (user_id, id, title, title_folded, status, priority, rank, labels, seq, version,
                    created_at, updated_at)
                select :owner, gen_random_uuid(), 't', 't', 'todo', 'low', 'a', '{a}', n, 0, now(), now()
                from generate_series(1, :count) n""").param("owner", this.user.id()).param("count", MANY).update();

        send(HttpMethod.PATCH, label, "{\"name\": \"b\"}");

        Awaitility.await().until(() -> labelled("b") == MANY);
        assertThat(labelled("a")).isZero();
        assertThat(this.jdbc.sql(
                "select max(n) from (select count(*) n from task_change where user_id = ? group by operation_id) x")
                .param(this.user.id()).query(Long.class).single()).isLessThanOrEqualTo(500);
    }

    @Test
    void leavesAloneWhatWasLabelledSince(@Autowired LabelReplacement replacement) {
        String old = task("[\"a\"]");
        String chosen = task("[\"a\"]");
        long since = this.jdbc.sql("select seq + 1 from change_counter where user_id = ?").param(this.user.id())
                .query(Long.class).single();
        String fresh = task("[\"a\"]");
        List.of(old, fresh).forEach((task) -> send(HttpMethod.PATCH, task, "{\"title\": \"u\"}"));
        send(HttpMethod.PATCH, chosen, "{\"labels\": [\"a\", \"b\"]}");

        replacement.finish(new LabelReplacement.Request(this.user.id(), "a", null, since));

        assertThat(send(HttpMethod.GET, old, "").<List<String>>at("$.labels")).isEmpty();
        assertThat(send(HttpMethod.GET, fresh, "").<List<String>>at("$.labels")).containsExactly("a");
        assertThat(send(HttpMethod.GET, chosen, "").<List<String>>at("$.labels")).containsExactly("a", "b");
    }

    @Test
    void findsNothingToDeleteWhenAnotherReplicaWasFaster() {
        String label = send(HttpMethod.POST, ROUTE, "{\"name\": \"a\"}").location();

        Answer answer = this.other.write(this.user.id(), () -> this.jdbc.sql("delete from label where user_id = ?")
                .param(this.user.id()).update(), () -> send(HttpMethod.DELETE, label, ""));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void refusesToDeleteWhatAnotherReplicaHasChanged() {
        Answer created = send(HttpMethod.POST, ROUTE, "{\"name\": \"a\"}");

        EntityExchangeResult<byte[]> answer = this.other.write(this.user.id(),
                () -> this.jdbc.sql("update label set color = '#000000', version = version + 1 where user_id = ?")
                        .param(this.user.id()).update(),
                () -> this.user.client().delete().uri(created.location()).header("If-Match", created.tag()).exchange()
                        .expectBody().returnResult());

        assertThat(answer.getStatus().value()).isEqualTo(412);
        assertThat(answer.getResponseHeaders().getETag())
                .isEqualTo(send(HttpMethod.GET, created.location(), "").tag());
    }

    @Test
    void refusesAnIdThatAnotherReplicaIsTaking() {
        UUID id = Identifiers.next();

        Answer answer = this.other.write(this.user.id(), () -> this.jdbc.sql("""
                insert into label (user_id, id, name, version, created_at, updated_at)
                values (?, ?, 'a', 0, now(), now())""").params(this.user.id(), id).update(),
                () -> send(HttpMethod.POST, ROUTE, "{\"id\": \"%s\", \"name\": \"b\"}".formatted(id)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("/problems/id-taken");
    }

    @Test
    void hidesLabelsOfOthers() {
        String label = send(HttpMethod.POST, ROUTE, "{\"name\": \"a\"}").location();
        this.user = ApiUser.register(this.anonymous);

        assertThat(List.of(send(HttpMethod.GET, label, "").status(), send(HttpMethod.DELETE, label, "").status(),
                send(HttpMethod.PATCH, label, "{}").status())).containsOnly(404);
    }

    private long labelled(String name) {
        return this.jdbc.sql("select count(*) from task where user_id = ? and ? = any(labels)")
                .params(this.user.id(), name).query(Long.class).single();
    }

    private List<String> names() {
        return send(HttpMethod.GET, ROUTE, "").at("$.items[*].name");
    }

    private String uriOf(String name) {
        List<String> ids = send(HttpMethod.GET, ROUTE, "").at("$.items[?(@.name == '" + name + "')].id");
        return ROUTE + "/" + ids.getFirst();
    }

    private String task(String labels) {
        return send(HttpMethod.POST, "/api/v1/tasks", "{\"title\": \"t\", \"labels\": " + labels + "}").location();
    }

    private Answer send(HttpMethod method, String uri, String json) {
        RestTestClient.RequestBodySpec request = this.user.client().method(method).uri(URI.create(uri));
        if (!json.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        return new Answer(request.exchange().expectBody(String.class).returnResult());
    }

    private record Answer(EntityExchangeResult<String> result) {

        int status() {
            return this.result.getStatus().value();
        }

        @SuppressWarnings("TypeParameterUnusedInFormals")
        <T> T at(String path) {
            return JsonPath.read(this.result.getResponseBody(), path);
        }

        String location() {
            return String.valueOf(this.result.getResponseHeaders().getLocation());
        }

        String operation() {
            return String.valueOf(this.result.getResponseHeaders().getFirst("X-Operation-Id"));
        }

        String tag() {
            return String.valueOf(this.result.getResponseHeaders().getETag());
        }

    }

}

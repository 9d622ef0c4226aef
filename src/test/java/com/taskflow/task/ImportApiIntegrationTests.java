package com.taskflow.task;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports over HTTP: what is taken over, what is reported lost, what is refused. */
@FullStackTest
class ImportApiIntegrationTests {

    private static final String ROUTE = "/api/v1/import";

    private final RestTestClient anonymous;

    private ApiUser user;

    private TaskClient tasks;

    private ImportClient imports;

    ImportApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.user = ApiUser.register(anonymous);
        this.tasks = new TaskClient(this.user);
        this.imports = new ImportClient(this.tasks);
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
        this.tasks = new TaskClient(this.user);
        this.imports = new ImportClient(this.tasks);
    }

    @Test
    void takesTasksOverInSeveralChunksAndTellsSync() {
        String token = this.tasks.changes("").at("$.token");
        int count = 1_203;

        JsonNode done = this.imports.importAll(document(IntStream.range(0, count)
                .mapToObj((n) -> task(Identifiers.next().toString(), "t" + n, null)).collect(Collectors.joining(","))));

        assertThat(done.get("imported").asInt()).isEqualTo(count);
        assertThat(done.get("processed").asInt()).isEqualTo(count);
        assertThat(this.tasks.changes("?limit=1000&since=" + token).<List<Object>>at("$.items")).hasSize(1_000);
        assertThat(this.tasks.get("/api/v1/tasks/summary").<Integer>at("$.byStatus.todo")).isEqualTo(count);
    }

    @Test
    void letsPostgreSqlKnowOfTheFirstTasks(@Autowired JdbcClient jdbc) {
        this.imports.importAll(document(IntStream.range(0, 600)
                .mapToObj((n) -> task(Identifiers.next().toString(), "t" + n, null)).collect(Collectors.joining(","))));

        assertThat(jdbc.sql("select reltuples from pg_class where oid = 'task'::regclass").query(Float.class).single())
                .isGreaterThanOrEqualTo(500);
    }

    @Test
    void putsTasksUnderTheirParentsWhereverTheyStand() {
        List<String> ids = IntStream.range(0, 5).mapToObj((_) -> Identifiers.next().toString()).toList();

        JsonNode done = this.imports.importAll(document(IntStream.of(4, 2, 0, 3, 1)
                .mapToObj((n) -> task(ids.get(n), "t", (n > 0) ? ids.get(n - 1) : null))
                .collect(Collectors.joining(","))));

        assertThat(done.get("losses").asInt()).isZero();
        for (int n = 1; n < ids.size(); n++) {
            assertThat(this.tasks.read(ids.get(n)).<String>at("$.parentId")).isEqualTo(ids.get(n - 1));
        }
    }

    @Test
    void keepsTasksWhoseParentCannotBeOneAndSaysSo() {
        List<String> ids = IntStream.range(0, 9).mapToObj((_) -> Identifiers.next().toString()).toList();
        String chain = IntStream.range(0, 6).mapToObj((n) -> task(ids.get(n), "t", (n > 0) ? ids.get(n - 1) : null))
                .collect(Collectors.joining(","));

        JsonNode done = this.imports.importAll(document(chain + "," + task(ids.get(6), "t", ids.get(7)) + ","
                + task(ids.get(7), "t", ids.get(6)) + "," + task(ids.get(8), "t", Identifiers.next().toString())));

        assertThat(done.get("imported").asInt()).isEqualTo(9);
        assertThat(this.imports.losses(done).valueStream().map((loss) -> loss.get("field").asString()))
                .containsOnly("parentId").hasSizeGreaterThanOrEqualTo(3);
        assertThat(this.tasks.read(ids.get(5)).<String>at("$.parentId")).isNull();
        assertThat(this.tasks.read(ids.get(8)).<String>at("$.parentId")).isNull();
    }

    @Test
    void reportsEverythingItCannotTakeOver() {
        String taken = this.tasks.create("mine", "");
        String known = Identifiers.next().toString();

        JsonNode done = this.imports.importAll(
                """
                        {"version": 1, "comments": [{"id": 1}], "sessions": [],
                         "labels": [{"id": "%s", "name": "home", "color": "red"}],
                         "tasks": [{"id": "%s", "title": "other"}, {"id": "%s", "title": " "}, {"id": "%s", "title": "ok", "mood": 1},
                          {"id": "00000000-0000-4000-8000-000000000000", "title": "v4"}, 7, {"id": "%s", "title": 7},
                          {"id": "%s", "title": "a\\u0000"}, {"id": "%s", "title": "date", "createdAt": "+12026-01-01T00:00:00Z"},
                          {"id": "%s", "title": "often", "version": 2147483648}]}"""
                        .formatted(Identifiers.next(), taken, Identifiers.next(), known, Identifiers.next(),
                                Identifiers.next(), Identifiers.next(), Identifiers.next()));

        assertThat(done.get("imported").asInt()).isEqualTo(1);
        assertThat(this.imports.losses(done).valueStream().map((loss) -> loss.get("section").asString() + "/"
                + loss.get("position").asString("") + "/" + loss.get("code").asString())).containsExactlyInAnyOrder(
                        "comments//unknown", "labels/0/format", "tasks/0/id-taken", "tasks/1/length",
                        "tasks/2/unknown", "tasks/3/format", "tasks/4/invalid", "tasks/5/type", "tasks/6/invalid",
                        "tasks/7/invalid", "tasks/8/invalid");
        assertThat(this.tasks.read(taken).<String>at("$.title")).isEqualTo("mine");
        assertThat(this.tasks.read(known).<String>at("$.title")).isEqualTo("ok");
    }

    @Test
    void keepsTheFirstOfTwoOccurrencesOfOneNumber() {
        String id = Identifiers.next().toString();
        String occurrence = "{\"taskId\": \"%s\", \"number\": 1, \"date\": \"2026-11-2%d\", \"status\": \"%s\", "
                + "\"at\": \"2026-11-22T08:30:00.123Z\"}";

        JsonNode done = this.imports.importAll("""
                {"version": 1, "tasks": [{"id": "%s", "title": "a"}], "occurrences": [%s, %s, %s]}""".formatted(id,
                occurrence.formatted(id, 1, "skipped"), occurrence.formatted(id, 2, "done"),
                occurrence.formatted(Identifiers.next(), 3, "done")));

        assertThat(this.imports.losses(done).valueStream().map((loss) -> loss.get("position").asInt()))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(this.tasks.get("/api/v1/users/me/export").<List<String>>at("$.occurrences[*].date"))
                .containsExactly("2026-11-21");
    }

    @Test
    void doesNotLetImportedHistoryBeUndone() {
        String id = Identifiers.next().toString();
        String operation = Identifiers.next().toString();

        this.imports.importAll("""
                {"version": 1, "tasks": [{"id": "%s", "title": "a"}], "history": [{"taskId": "%s", "operationId": "%s",
                 "kind": "updated", "at": "2026-11-22T08:30:00.123Z", "changes": {"title": {"from": 7, "to": "a"}}}]}"""
                .formatted(id, id, operation));

        assertThat(this.tasks.get("/api/v1/tasks/" + id + "/history").<List<Object>>at("$.items")).hasSize(1);
        assertThat(this.tasks.undo(operation).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"version\": 1", "{\"version\": 1}}", "{\"version\": 2}", "{}",
        "{\"version\": 1, \"tasks\": {}}", "{\"version\": 1, \"tasks\": [{\"a\": 1, \"a\": 2}]}"})
    void refusesWhatIsNoExport(String document) {
        TaskClient.Answer answer = this.tasks.sendAs("application/json", HttpMethod.POST, ROUTE, document);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(this.tasks.get(ROUTE).<List<Object>>at("$.items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "BOM"})
    void refusesOtherEncodingsOfJson(String encoding) {
        String document = "{\"version\": 1}";
        byte[] bytes = "BOM".equals(encoding)
                ? ("\uFEFF" + document).getBytes(StandardCharsets.UTF_8)
                : document.getBytes(Charset.forName(encoding));

        this.user.client().post().uri(ROUTE).contentType(MediaType.APPLICATION_JSON).body(bytes).exchange()
                .expectStatus().isBadRequest();
    }

    @Test
    void saysThatWhatIsOpenWasNotCompleted() {
        String id = Identifiers.next().toString();

        JsonNode done = this.imports.importAll("""
                {"version": 1, "tasks": [{"id": "%s", "title": "a", "completedAt": "2026-11-22T08:30:00.123Z"}]}"""
                .formatted(id));

        assertThat(this.imports.losses(done).valueStream().map((loss) -> loss.get("field").asString()))
                .containsExactly("completedAt");
        assertThat(this.tasks.read(id).<String>at("$.completedAt")).isNull();
    }

    @Test
    void refusesOtherMediaTypes() {
        assertThat(this.tasks.sendAs("text/plain", HttpMethod.POST, ROUTE, "x").status()).isEqualTo(415);
        assertThat(this.tasks.send(HttpMethod.POST, ROUTE, "{\"version\": 1}", "Content-Encoding", "gzip").status())
                .isEqualTo(415);
    }

    @Test
    void repeatsItsAnswerForTheSameKey() {
        String document = document(task(Identifiers.next().toString(), "a", null));

        TaskClient.Answer first = this.tasks.send(HttpMethod.POST, ROUTE, document, "Idempotency-Key", "k");
        TaskClient.Answer second = this.tasks.send(HttpMethod.POST, ROUTE, document, "Idempotency-Key", "k");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.headers().getLocation()).isEqualTo(first.headers().getLocation());
    }

    @Test
    void hidesImportsOfOthers() {
        JsonNode done = this.imports.importAll("{\"version\": 1}");
        TaskClient other = new TaskClient(ApiUser.register(this.anonymous));
        String uri = ROUTE + "/" + done.get("id").asString();

        assertThat(this.tasks.get(uri).status()).isEqualTo(200);
        assertThat(other.get(uri).status()).isEqualTo(404);
        assertThat(other.get(uri + "/losses").status()).isEqualTo(404);
    }

    private static String document(String tasks) {
        return "{\"version\": 1, \"tasks\": [" + tasks + "]}";
    }

    private static String task(String id, String title, @Nullable String parent) {
        return "{\"id\": \"%s\", \"title\": \"%s\", \"parentId\": %s}".formatted(id, title,
                (parent != null) ? '"' + parent + '"' : "null");
    }

}

package com.taskflow.task;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** The export of one's data: everything of the user, nothing of others, nothing secret. */
@FullStackTest
class ExportApiIntegrationTests {

    private static final String ROUTE = "/api/v1/users/me/export";

    private static final int MANY = 2_500;

    private final JsonMapper json = JsonMapper.shared();

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private final StatementCounter statements;

    private final TaskRowsFixture tasks;

    ExportApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired StatementCounter statements) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.statements = statements;
        this.tasks = new TaskRowsFixture(jdbc);
    }

    @Test
    void holdsEveryTaskOnceInChunks() {
        ApiUser user = ApiUser.register(this.anonymous);
        this.tasks.addTasks(user.id(), MANY);
        this.tasks.aUserWithTasks(3);

        JsonNode[] export = new JsonNode[1];
        List<String> sent = this.statements.during(() -> export[0] = export(user));

        List<String> ids = export[0].get("tasks").valueStream().map((task) -> task.get("id").asString()).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(this.jdbc
                .sql("select id::text from task where user_id = ?").param(user.id()).query(String.class).list());
        assertThat(sent.stream().filter((sql) -> sql.contains("from task "))).hasSize(MANY / 500 + 1);
    }

    @Test
    void showsTasksAsTheApiDoesAndThoseInTheTrash() {
        ApiUser user = ApiUser.register(this.anonymous);
        JsonNode kept = create(user, Map.of("title", "Keep \u0001 \uD83D\uDE00", "description", "*why*", "labels",
                List.of("home"), "due", Map.of("date", "2026-12-01", "time", "09:00")));
        JsonNode trashed = create(user, Map.of("title", "Forget", "parentId", kept.get("id").asString()));
        user.client().delete().uri("/api/v1/tasks/{id}", trashed.get("id").asString()).exchange().expectStatus()
                .isNoContent();

        JsonNode tasks = export(user).get("tasks");

        assertThat(tasks.size()).isEqualTo(2);
        kept.properties()
                .forEach((member) -> assertThat(tasks.get(0).get(member.getKey())).isEqualTo(member.getValue()));
        assertThat(tasks.get(0).get("deletedAt").isNull()).isTrue();
        assertThat(tasks.get(1).get("deletedAt").asString()).endsWith("Z");
        assertThat(tasks.get(1).get("parentId")).isEqualTo(kept.get("id"));
    }

    @Test
    void holdsAccountSessionsAndSecurityEvents() {
        ApiUser user = ApiUser.register(this.anonymous);
        event(user.id(), "{\"attempts\": 3}");
        event(user.id(), null);
        event(ApiUser.register(this.anonymous).id(), null);

        JsonNode export = export(user);

        assertThat(export.propertyNames()).containsExactlyInAnyOrder("version", "exportedAt", "user", "filters",
                "occurrences", "reminders", "secondFactors", "securityEvents", "sessions", "labels", "tasks",
                "history");
        assertThat(export.get("version").asInt()).isEqualTo(1);
        assertThat(export.get("exportedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(export.get("user")).isEqualTo(body(user.client().get().uri("/api/v1/users/me").exchange()
                .expectBody().returnResult()));
        assertThat(export.get("sessions").size()).isEqualTo(1);
        assertThat(export.get("sessions").get(0).get("revokedAt").isNull()).isTrue();
        assertThat(export.get("securityEvents").valueStream().filter((event) -> event.get("type").asString()
                .equals("test")).map((event) -> event.get("detail").toString()))
                .containsExactlyInAnyOrder("{\"attempts\":3}", "null");
        assertThat(export.get("secondFactors").isEmpty()).isTrue();
    }

    @Test
    void saysThatThereIsASecondFactorAndNotWhich() {
        ApiUser user = ApiUser.register(this.anonymous);
        this.jdbc.sql("""
                insert into second_factor (user_id, secret, recovery_codes, confirmed_at)
                values (?, 'v1.k.sealed', '{digest-one,digest-two}', now())""").param(user.id()).update();

        JsonNode export = export(user);

        assertThat(export.get("secondFactors").get(0).propertyNames()).containsExactly("confirmedAt",
                "recoveryCodesLeft");
        assertThat(export.get("secondFactors").get(0).get("recoveryCodesLeft").asInt()).isEqualTo(2);
        assertThat(export.toString()).doesNotContain("sealed", "digest-one");
    }

    @Test
    void holdsNothingSecret() {
        ApiUser user = ApiUser.register(this.anonymous);

        JsonNode export = export(user);

        assertThat(names(export, new TreeSet<>()))
                .noneMatch((name) -> name
                        .matches("(?i).*(password|hash|salt|secret|pepper|token|generation|key|digest|epoch).*"));
        byte[] salt = this.jdbc.sql("select salt from session where user_id = ?").param(user.id()).query(byte[].class)
                .single();
        assertThat(export.toString()).doesNotContain("argon2",
                this.jdbc.sql("select password_hash from users where id = ?").param(user.id()).query(String.class)
                        .single(),
                HexFormat.of().formatHex(salt), Base64.getEncoder().encodeToString(salt), user.accessToken());
    }

    @Test
    void isAFileThatNobodyCachesUnderALimitOfItsOwn() {
        ApiUser user = ApiUser.register(this.anonymous);

        user.client().get().uri(ROUTE).exchange().expectStatus().isOk().expectHeader()
                .contentType(MediaType.APPLICATION_JSON).expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "private, no-store").expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"taskflow-export.json\"")
                .expectHeader().valueEquals("RateLimit-Policy", "\"export\";q=10;w=3600");
    }

    @Test
    void isForWhoIsSignedIn() {
        this.anonymous.get().uri(ROUTE).exchange().expectStatus().isUnauthorized();
        ApiUser user = ApiUser.register(this.anonymous);
        user.client().get().uri(ROUTE).accept(MediaType.TEXT_PLAIN).exchange().expectStatus().isEqualTo(406);
        user.client().get().uri(ROUTE + "?user=1").exchange().expectStatus().isBadRequest();
    }

    private JsonNode export(ApiUser user) {
        return body(user.client().get().uri(ROUTE).exchange().expectStatus().isOk().expectBody().returnResult());
    }

    private JsonNode create(ApiUser user, Map<String, ?> task) {
        return body(user.client().post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(task)
                .exchange().expectStatus().isCreated().expectBody().returnResult());
    }

    private JsonNode body(EntityExchangeResult<byte[]> result) {
        return this.json.readTree(new String(result.getResponseBodyContent(), StandardCharsets.UTF_8));
    }

    private void event(UUID userId, @Nullable String detail) {
        this.jdbc.sql("""
                insert into security_event (id, user_id, type, detail, created_at)
                values (gen_random_uuid(), :userId, 'test', cast(:detail as jsonb), now())""").param("userId", userId)
                .param("detail", detail).update();
    }

    private static Set<String> names(JsonNode node, Set<String> names) {
        names.addAll(node.propertyNames());
        node.values().forEach((child) -> names(child, names));
        return names;
    }

}

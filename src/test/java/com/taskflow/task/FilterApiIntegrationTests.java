package com.taskflow.task;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.util.UriComponentsBuilder;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.OtherReplica;

import static org.assertj.core.api.Assertions.assertThat;

/** The filter language on lists, and filters with names, over HTTP. */
@FullStackTest
class FilterApiIntegrationTests {

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private final OtherReplica other;

    private RestTestClient client;

    private UUID userId = new UUID(0, 0);

    FilterApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired PlatformTransactionManager transactionManager) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.other = new OtherReplica(jdbc, transactionManager);
        this.client = anonymous;
    }

    @BeforeEach
    void signUp() {
        ApiUser user = ApiUser.register(this.anonymous);
        this.client = user.client();
        this.userId = user.id();
    }

    @Test
    void filtersLists() {
        create("{\"title\": \"a\", \"priority\": \"urgent\", \"labels\": [\"home\"]}");
        create("{\"title\": \"b\", \"due\": {\"date\": \"2020-01-01\", \"time\": \"09:00\"}}");
        create("{\"title\": \"c\", \"status\": \"done\", \"due\": {\"date\": \"2020-01-01\"}}");

        assertThat(titles("due < today and status != done")).containsExactly("b");
        assertThat(titles("due = 2020-01-01")).containsExactly("c", "b");
        assertThat(titles("labels any (home) or title contains 'C'")).containsExactly("c", "a");
        assertThat(titles("not due <= today")).containsExactly("a");
        assertThat(titles("due != 2020-01-01")).containsExactly("a");
    }

    @Test
    void saysWhereAFilterGoesWrong() {
        list("status = todo and priority > x", "").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("filter").jsonPath("$.errors[0].message")
                .isEqualTo("position 30: expected low, medium, high or urgent");
        list("${7*7}", "").expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].message")
                .isEqualTo("position 1: is nothing that can stand in a filter");
        list("due is null and ".repeat(70) + "due is null", "").expectStatus().isBadRequest();
    }

    @Test
    void refusesACursorOfAnotherFilterOrZone() {
        create("{\"title\": \"a\"}");
        create("{\"title\": \"b\"}");
        String next = nextCursor("createdAt >= today");

        list("createdAt >= today", "&limit=1&cursor=" + next).expectStatus().isOk();
        list("createdAt > today", "&limit=1&cursor=" + next).expectStatus().isBadRequest();
        this.client.patch().uri("/api/v1/users/me").contentType(MediaType.APPLICATION_JSON)
                .body("{\"timeZone\": \"Pacific/Kiritimati\"}").exchange().expectStatus().isOk();
        list("createdAt >= today", "&limit=1&cursor=" + next).expectStatus().isBadRequest();
    }

    @Test
    void savesFilters() {
        ResponseSpec created = send("""
                {"name": "Today", "filter": "due <= today", "sort": "due"}""");
        created.expectStatus().isCreated();
        HttpHeaders headers = created.returnResult(byte[].class).getResponseHeaders();
        String uri = String.valueOf(headers.getLocation());
        String tag = String.valueOf(headers.getETag());

        this.client.get().uri(uri).header("If-None-Match", tag).exchange().expectStatus().isNotModified();
        patch(uri, tag, "{\"name\": \"Today\"}").expectHeader().valueEquals("ETag", tag);
        String changed = patch(uri, tag, "{\"name\": \"Now\", \"sort\": null}").expectHeader().value("ETag",
                (value) -> assertThat(value).isNotEqualTo(tag)).returnResult(byte[].class).getResponseHeaders()
                .getETag();
        this.client.patch().uri(uri).contentType(MediaType.APPLICATION_JSON).header("If-Match", tag)
                .body("{\"name\": \"x\"}").exchange().expectStatus().isEqualTo(412);
        this.client.get().uri("/api/v1/filters").exchange().expectBody().jsonPath("$.items[0].name").isEqualTo("Now")
                .jsonPath("$.items[0].sort").isEqualTo(null).jsonPath("$.items[0].version").isEqualTo(1)
                .jsonPath("$.nextCursor").isEqualTo(null);
        ApiUser.register(this.anonymous).client().get().uri(uri).exchange().expectStatus().isNotFound();
        this.client.delete().uri(uri).header("If-Match", String.valueOf(changed)).exchange().expectStatus()
                .isNoContent();
        this.client.get().uri(uri).exchange().expectStatus().isNotFound();
    }

    @Test
    void refusesFiltersThatCouldNotBeUsed() {
        send("{\"name\": \"x\", \"filter\": \"due <\"}").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("filter");
        send("{\"name\": \"x\", \"filter\": \"due < now\", \"sort\": \"-rank\"}").expectStatus().isBadRequest();
        send("{\"name\": \" \", \"filter\": \"due < now\"}").expectStatus().isBadRequest();
        send("{\"filter\": \"due < now\"}").expectStatus().isBadRequest();
    }

    @Test
    void limitsTheNumberOfFilters() {
        for (int i = 0; i < 100; i++) {
            send("{\"name\": \"x\", \"filter\": \"due < now\"}").expectStatus().isCreated();
        }

        send("{\"name\": \"x\", \"filter\": \"due < now\"}").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("/problems/too-many-filters");
    }

    @Test
    void refusesAnIdThatAnotherReplicaIsTaking() {
        UUID id = Identifiers.next();

        ResponseSpec answer = this.other.write(this.userId, () -> insert(id), () -> send("""
                {"id": "%s", "name": "x", "filter": "due < now"}""".formatted(id)));

        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.type").isEqualTo("/problems/id-taken");
    }

    @Test
    void countsWhatAnotherReplicaIsAdding() {
        for (int i = 0; i < 99; i++) {
            insert(Identifiers.next());
        }

        ResponseSpec answer = this.other.write(this.userId, () -> insert(Identifiers.next()),
                () -> send("{\"name\": \"x\", \"filter\": \"due < now\"}"));

        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.type").isEqualTo("/problems/too-many-filters");
    }

    private void insert(UUID id) {
        this.jdbc.sql("""
                insert into saved_filter (user_id, id, name, filter, version, created_at, updated_at)
                values (?, ?, 'x', 'due < now', 0, now(), now())""").params(this.userId, id).update();
    }

    private ResponseSpec send(String json) {
        return this.client.post().uri("/api/v1/filters").contentType(MediaType.APPLICATION_JSON).body(json).exchange();
    }

    private ResponseSpec patch(String uri, String tag, String json) {
        return this.client.patch().uri(uri).contentType(MediaType.APPLICATION_JSON).header("If-Match", tag).body(json)
                .exchange().expectStatus().isOk();
    }

    private void create(String json) {
        this.client.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json).exchange()
                .expectStatus().isCreated();
    }

    private ResponseSpec list(String filter, String more) {
        URI query = UriComponentsBuilder.fromPath("/api/v1/tasks").queryParam("filter", "{filter}").encode()
                .buildAndExpand(filter).toUri();
        return this.client.get().uri(URI.create(query + more)).exchange();
    }

    private List<String> titles(String filter) {
        Map<?, ?> page = Objects.requireNonNull(
                list(filter, "").expectStatus().isOk().expectBody(Map.class).returnResult().getResponseBody());
        return ((List<?>) Objects.requireNonNull(page.get("items"))).stream()
                .map((item) -> String.valueOf(((Map<?, ?>) item).get("title"))).toList();
    }

    private String nextCursor(String filter) {
        Map<?, ?> page = Objects.requireNonNull(list(filter, "&limit=1").expectStatus().isOk().expectBody(Map.class)
                .returnResult().getResponseBody());
        return String.valueOf(page.get("nextCursor"));
    }

}

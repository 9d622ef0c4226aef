package com.taskflow.task;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Single tasks over HTTP. */
@FullStackTest
class TaskApiIntegrationTests {

    private final RestTestClient anonymous;

    private RestTestClient client;

    private ApiUser user;

    TaskApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.client = anonymous;
        this.user = new ApiUser(anonymous, new UUID(0, 0), "", "");
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
        this.client = this.user.client();
    }

    @Test
    void createsTaskWithDefaults() {
        ResponseSpec response = create("{\"title\": \"Buy milk\"}");

        response.expectStatus().isCreated().expectHeader().exists(HttpHeaders.ETAG).expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "private, no-cache").expectBody().jsonPath("$.title")
                .isEqualTo("Buy milk").jsonPath("$.description").isEqualTo(null).jsonPath("$.status").isEqualTo("todo")
                .jsonPath("$.priority").isEqualTo("medium").jsonPath("$.due").isEqualTo(null).jsonPath("$.labels")
                .isEmpty().jsonPath("$.parentId").isEqualTo(null).jsonPath("$.completedAt").isEqualTo(null)
                .jsonPath("$.createdAt").value(String.class,
                        (at) -> assertThat(at).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    @Test
    void createsTaskWithEveryField() {
        String parent = id(create("{\"title\": \"Parent\"}"));

        create("""
                {"title": "Zähne putzen 🪥", "description": "*twice*", "status": "done", "priority": "urgent",
                 "due": {"date": "2026-12-01", "time": "09:00", "timeZone": "Europe/Berlin"}, "rank": "m",
                 "labels": ["home", "a, b"], "parentId": "%s"}""".formatted(parent)).expectStatus().isCreated()
                .expectBody().jsonPath("$.title").isEqualTo("Zähne putzen 🪥").jsonPath("$.due.time").isEqualTo("09:00")
                .jsonPath("$.due.timeZone").isEqualTo("Europe/Berlin").jsonPath("$.completedAt").isNotEmpty()
                .jsonPath("$.labels[1]").isEqualTo("a, b").jsonPath("$.rank").isEqualTo("m").jsonPath("$.parentId")
                .isEqualTo(parent);
    }

    @Test
    void keepsIdThatTheClientChose() {
        UUID id = Identifiers.next();

        create("{\"id\": \"%s\", \"title\": \"Mine\"}".formatted(id)).expectStatus().isCreated().expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/api/v1/tasks/" + id).expectBody().jsonPath("$.id")
                .isEqualTo(id.toString());
    }

    @Test
    void refusesIdThatIsTakenAlsoInTheTrash() {
        UUID id = Identifiers.next();
        String task = "{\"id\": \"%s\", \"title\": \"Mine\"}".formatted(id);
        create(task).expectStatus().isCreated();

        create(task).expectStatus().isEqualTo(409).expectBody().jsonPath("$.type").isEqualTo("/problems/id-taken");
        this.client.delete().uri("/api/v1/tasks/{id}", id).exchange().expectStatus().isNoContent();

        create(task).expectStatus().isEqualTo(409);
    }

    @Test
    void letsTwoUsersHaveTheSameId() {
        String task = "{\"id\": \"%s\", \"title\": \"Mine\"}".formatted(Identifiers.next());
        create(task).expectStatus().isCreated();

        this.client = ApiUser.register(this.anonymous).client();

        create(task).expectStatus().isCreated();
    }

    @Test
    void refusesIdOfAnotherVersionOrSpelling() {
        create("{\"id\": \"%s\", \"title\": \"x\"}".formatted(UUID.randomUUID())).expectStatus().isBadRequest();
        create("{\"id\": \"%s\", \"title\": \"x\"}"
                .formatted(Identifiers.next().toString().toUpperCase(java.util.Locale.ROOT)))
                .expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20{id}", "{id}%20", "{id}%09", "{ID}", "1-1-1-1-1", "x"})
    void refusesAnotherSpellingOfAnIdInThePath(String spelling) {
        String id = id(create("{\"title\": \"x\"}"));
        String uri = "/api/v1/tasks/"
                + spelling.replace("{id}", id).replace("{ID}", id.toUpperCase(java.util.Locale.ROOT));

        this.client.get().uri(URI.create(uri)).exchange().expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("id");
        this.client.delete().uri(URI.create(uri)).exchange().expectStatus().isBadRequest();
        read(id).expectStatus().isOk();
    }

    @Test
    void hidesTasksOfOthers() {
        String id = id(create("{\"title\": \"Mine\"}"));

        this.client = ApiUser.register(this.anonymous).client();

        read(id).expectStatus().isNotFound().expectBody().jsonPath("$.type").isEqualTo("/problems/not-found");
        patch(id, "{\"title\": \"Theirs\"}", null).expectStatus().isNotFound();
        this.client.delete().uri("/api/v1/tasks/{id}", id).exchange().expectStatus().isNotFound();
    }

    @Test
    void changesOnlyWhatThePatchNames() {
        String id = id(create(
                "{\"title\": \"Old\", \"description\": \"Text\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"09:00\"}}"));

        patch(id, "{\"title\": \"New\", \"description\": null, \"due\": {\"time\": null}}", null).expectStatus().isOk()
                .expectBody().jsonPath("$.title").isEqualTo("New").jsonPath("$.description").isEqualTo(null)
                .jsonPath("$.due.date").isEqualTo("2026-12-01").jsonPath("$.due.time").isEqualTo(null)
                .jsonPath("$.version").isEqualTo(1);
    }

    @Test
    void setsCompletedAtWhileDone() {
        String id = id(create("{\"title\": \"x\"}"));

        patch(id, "{\"status\": \"done\"}", null).expectBody().jsonPath("$.completedAt").isNotEmpty();
        patch(id, "{\"status\": \"todo\"}", null).expectBody().jsonPath("$.completedAt").isEqualTo(null);
    }

    @Test
    void keepsVersionAndListTagWhenThePatchChangesNothing() {
        ResponseSpec created = create("{\"title\": \"Same\"}");
        String tag = created.returnResult(byte[].class).getResponseHeaders().getETag();
        String listTag = listTag();

        patch(id(created), "{\"title\": \"Same\", \"status\": \"todo\"}", null).expectHeader().valueEquals("ETag",
                String.valueOf(tag)).expectBody().jsonPath("$.version").isEqualTo(0);

        assertThat(listTag()).isEqualTo(listTag);
    }

    @Test
    void refusesStaleIfMatchAndTellsTheCurrentTag() {
        ResponseSpec created = create("{\"title\": \"x\"}");
        String id = id(created);
        String first = tag(created);
        String second = tag(patch(id, "{\"title\": \"y\"}", first).expectStatus().isOk());

        patch(id, "{\"title\": \"z\"}", first).expectStatus().isEqualTo(412).expectHeader().valueEquals("ETag", second)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/precondition-failed");
        patch(id, "{\"title\": \"z\"}", "W/" + second).expectStatus().isEqualTo(412);
        patch(id, "{\"title\": \"z\"}", "\"other\", " + second).expectStatus().isOk();
        patch(id, "{\"title\": \"a\"}", "*").expectStatus().isOk();
    }

    @Test
    void answersNotModifiedToTheCurrentTag() {
        ResponseSpec created = create("{\"title\": \"x\"}");

        this.client.get().uri("/api/v1/tasks/{id}", id(created)).header(HttpHeaders.IF_NONE_MATCH, tag(created))
                .exchange().expectStatus().isNotModified().expectBody().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks/{id}", "/tasks", "/tasks/trash", "/tasks/{id}/history", "/tasks/summary",
        "/users/me",
        "/labels", "/filters"})
    void answersNotModifiedToAnyTag(String path) {
        String uri = "/api/v1" + path.replace("{id}", id(create("{\"title\": \"x\"}")));
        HttpHeaders headers = this.client.get().uri(uri).exchange().expectStatus().isOk().returnResult(byte[].class)
                .getResponseHeaders();

        this.client.get().uri(uri).header(HttpHeaders.IF_NONE_MATCH, "*").exchange().expectStatus().isNotModified()
                .expectHeader().valueEquals(HttpHeaders.ETAG, String.valueOf(headers.getETag())).expectBody()
                .isEmpty();
    }

    @Test
    void findsNothingForAnyTagEither() {
        this.client.get().uri("/api/v1/tasks/{id}", Identifiers.next()).header(HttpHeaders.IF_NONE_MATCH, "*")
                .exchange().expectStatus().isNotFound();
    }

    @Test
    void deletesOnceAndForRetries() {
        String id = id(create("{\"title\": \"x\"}"));

        this.client.delete().uri("/api/v1/tasks/{id}", id).exchange().expectStatus().isNoContent();
        this.client.delete().uri("/api/v1/tasks/{id}", id).exchange().expectStatus().isNoContent();

        read(id).expectStatus().isNotFound();
        this.client.delete().uri("/api/v1/tasks/{id}", Identifiers.next()).exchange().expectStatus().isNotFound();
    }

    @Test
    void refusesParentsThatCannotBe() {
        String a = id(create("{\"title\": \"a\"}"));
        String b = id(create("{\"title\": \"b\", \"parentId\": \"%s\"}".formatted(a)));

        patch(a, "{\"parentId\": \"%s\"}".formatted(b), null).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.type").isEqualTo("/problems/invalid-reference").jsonPath("$.errors[0].field")
                .isEqualTo("parentId");
        patch(a, "{\"parentId\": \"%s\"}".formatted(a), null).expectStatus().isEqualTo(422);
        create("{\"title\": \"c\", \"parentId\": \"%s\"}".formatted(Identifiers.next())).expectStatus()
                .isEqualTo(422);
    }

    private ResponseSpec create(String json) {
        return this.client.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json).exchange();
    }

    private ResponseSpec read(String id) {
        return this.client.get().uri("/api/v1/tasks/{id}", id).exchange();
    }

    private ResponseSpec patch(String id, String json, @Nullable String ifMatch) {
        return this.client.patch().uri("/api/v1/tasks/{id}", id)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .headers((headers) -> headers.setAll((ifMatch != null) ? Map.of("If-Match", ifMatch) : Map.of()))
                .body(json).exchange();
    }

    private String listTag() {
        return tag(this.client.get().uri("/api/v1/tasks").exchange());
    }

    private static String tag(ResponseSpec response) {
        return String.valueOf(response.returnResult(byte[].class).getResponseHeaders().getETag());
    }

    private static String id(ResponseSpec response) {
        EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
        return JsonPath.read(new String(result.getResponseBodyContent(), java.nio.charset.StandardCharsets.UTF_8),
                "$.id");
    }

}

package com.taskflow.task;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
import org.springframework.web.util.UriComponentsBuilder;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists over HTTP: filters, orders, pages and entity tags. */
@FullStackTest
class TaskListApiIntegrationTests {

    private final RestTestClient anonymous;

    private RestTestClient client;

    TaskListApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.client = anonymous;
    }

    @BeforeEach
    void signUp() {
        this.client = ApiUser.register(this.anonymous).client();
    }

    @Test
    void listsNewestFirstByDefault() {
        create("{\"title\": \"first\"}");
        create("{\"title\": \"second\"}");

        assertThat(titles(Map.of())).containsExactly("second", "first");
    }

    @Test
    void filtersByStatusPriorityLabelAndParent() {
        create("{\"title\": \"a\", \"status\": \"done\", \"labels\": [\"home\"]}");
        create("{\"title\": \"b\", \"priority\": \"urgent\", \"labels\": [\"work\", \"x, y\"]}");
        String parent = create("{\"title\": \"c\"}");
        create("{\"title\": \"d\", \"parentId\": \"%s\"}".formatted(parent));

        assertThat(titles(Map.of("status", "done"))).containsExactly("a");
        assertThat(titles(Map.of("priority", "urgent"))).containsExactly("b");
        assertThat(titles(Map.of("label", "x, y"))).containsExactly("b");
        assertThat(titles(Map.of("parentId", parent))).containsExactly("d");
        assertThat(titles("?label=home&label=work&sort=title")).containsExactly("a", "b");
        String cursor = page("?label=home&label=work&limit=1").nextCursor();
        assertThat(titles("?label=work&label=home&limit=1&cursor=" + cursor)).containsExactly("a");
        assertThat(titles(Map.of("status", "done", "priority", "urgent"))).isEmpty();
    }

    @Test
    void searchesTitlesInAnyCaseOfAnyScript() {
        create("{\"title\": \"Straßenbahn ΣΊΣΥΦΟΣ\"}");
        create("{\"title\": \"ПРИВЕТ мир\"}");

        assertThat(titles(Map.of("q", "sTRASSEN"))).isEmpty();
        assertThat(titles(Map.of("q", "sTRAß"))).hasSize(1);
        assertThat(titles(Map.of("q", "σίσυφος"))).hasSize(1);
        assertThat(titles(Map.of("q", "привет МИР"))).hasSize(1);
        assertThat(titles(Map.of("q", "т"))).hasSize(1);
    }

    @Test
    void comparesDueDatesAsInstants() {
        create("{\"title\": \"all day\", \"due\": {\"date\": \"2026-12-01\"}}");
        create("{\"title\": \"floating\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"09:00\"}}");
        create("{\"title\": \"tokyo\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"08:00\", \"timeZone\": \"Asia/Tokyo\"}}");
        create("{\"title\": \"never\"}");

        assertThat(titles(Map.of("sort", "due"))).containsExactly("tokyo", "all day", "floating", "never");
        assertThat(titles(Map.of("sort", "-due"))).containsExactly("floating", "all day", "tokyo", "never");
        assertThat(titles(Map.of("dueBefore", "2026-12-01"))).containsExactly("tokyo");
        assertThat(titles(Map.of("dueAfter", "2026-12-01T00:00:00Z"))).containsExactly("floating");
        assertThat(titles(Map.of("dueAfter", "2026-12-01T08:59:59.999+00:00"))).containsExactly("floating");
    }

    @Test
    void sortsByMeaningOfPriorityAndFoldedTitle() {
        create("{\"title\": \"b\", \"priority\": \"high\"}");
        create("{\"title\": \"A\", \"priority\": \"low\"}");
        create("{\"title\": \"C\", \"priority\": \"urgent\"}");
        create("{\"title\": \"ä\", \"priority\": \"medium\"}");

        assertThat(titles(Map.of("sort", "priority"))).containsExactly("A", "ä", "b", "C");
        assertThat(titles(Map.of("sort", "-priority"))).containsExactly("C", "b", "ä", "A");
        assertThat(titles(Map.of("sort", "title"))).containsExactly("A", "b", "C", "ä");
        assertThat(titles(Map.of("sort", "rank"))).containsExactly("b", "A", "C", "ä");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-createdAt", "createdAt", "-updatedAt", "updatedAt", "due", "-due", "priority",
        "-priority",
        "title", "-title", "rank"})
    void pagesThroughEverythingOnceInEachOrder(String sort) {
        for (int i = 0; i < 13; i++) {
            create("""
                    {"title": "t%d", "priority": "%s", "rank": "%s"%s}""".formatted(i % 4,
                    (i % 2 == 0) ? "low" : "high",
                    (i % 3 == 0) ? "m" : "n",
                    (i % 5 == 0) ? ", \"due\": {\"date\": \"2026-12-0%d\"}".formatted(1 + i % 3) : ""));
        }
        List<String> whole = ids("?limit=100&sort=" + sort);

        List<String> paged = new ArrayList<>();
        String next = "?limit=4&sort=" + sort;
        while (next != null) {
            TaskPageJson page = page(next);
            page.items().forEach((item) -> paged.add(item.id()));
            next = (page.nextCursor() != null) ? "?limit=4&sort=" + sort + "&cursor=" + page.nextCursor() : null;
        }

        assertThat(paged).hasSize(13).isEqualTo(whole);
    }

    @Test
    void linksToTheNextPage() {
        create("{\"title\": \"a\"}");
        create("{\"title\": \"b\"}");

        String link = String.valueOf(list("?limit=1").expectStatus().isOk()
                .returnResult(byte[].class).getResponseHeaders().getFirst(HttpHeaders.LINK));

        assertThat(link).startsWith("</api/v1/tasks?limit=1&cursor=").endsWith(">; rel=\"next\"");
        URI next = URI.create(link.substring(1, link.indexOf('>')));
        this.client.get().uri(next).exchange().expectStatus().isOk().expectBody().jsonPath("$.items[0].title")
                .isEqualTo("a").jsonPath("$.nextCursor").isEqualTo(null);
    }

    @Test
    void refusesCursorOfAnotherQueryOrUser() {
        create("{\"title\": \"a\"}");
        create("{\"title\": \"b\"}");
        String cursor = String.valueOf(page("?limit=1").nextCursor());

        list("?limit=1&status=todo&cursor=" + cursor).expectStatus().isBadRequest();
        list("?limit=1&sort=title&cursor=" + cursor).expectStatus().isBadRequest();
        list("?limit=1&cursor=" + cursor.substring(0, cursor.length() - 1) + (cursor.endsWith("A") ? "B" : "A"))
                .expectStatus().isBadRequest();
        list("?limit=2&cursor=" + cursor).expectStatus().isOk();
        this.client = ApiUser.register(this.anonymous).client();
        list("?limit=1&cursor=" + cursor).expectStatus().isBadRequest();
    }

    @Test
    void answersNotModifiedUntilSomethingChanges() {
        String id = create("{\"title\": \"a\"}");
        String tag = tag(list("?status=todo"));
        assertThat(tag).startsWith("W/\"");

        conditional("?status=todo", tag).expectStatus().isNotModified().expectHeader().valueEquals("ETag", tag)
                .expectBody().isEmpty();
        conditional("?status=todo", "\"x\", " + tag).expectStatus().isNotModified();
        conditional("?status=done", tag).expectStatus().isOk();
        this.client.delete().uri("/api/v1/tasks/{id}", id).exchange();
        conditional("?status=todo", tag).expectStatus().isOk().expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void filtersByTimeOfChange() {
        create("{\"title\": \"a\"}");

        assertThat(titles(Map.of("updatedSince", "2026-01-01"))).containsExactly("a");
        assertThat(titles(Map.of("updatedSince", "2999-01-01T00:00:00Z"))).isEmpty();
    }

    private record TaskPageJson(List<TaskJson> items, @Nullable String nextCursor) {

    }

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    private record TaskJson(String id, String title) {

    }

    private String create(String json) {
        Map<?, ?> task = this.client.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json)
                .exchange().expectStatus().isCreated().expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf((task != null) ? task.get("id") : null);
    }

    private List<String> titles(Map<String, String> parameters) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        parameters.forEach((name, value) -> query.queryParam(name, "{" + name + "}"));
        return titles(query.encode().buildAndExpand(parameters).toUriString());
    }

    private List<String> titles(String query) {
        return page(query).items().stream().map(TaskJson::title).toList();
    }

    private List<String> ids(String query) {
        return page(query).items().stream().map(TaskJson::id).toList();
    }

    private TaskPageJson page(String query) {
        EntityExchangeResult<TaskPageJson> result = list(query).expectStatus().isOk().expectBody(TaskPageJson.class)
                .returnResult();
        return java.util.Objects.requireNonNull(result.getResponseBody());
    }

    private ResponseSpec list(String query) {
        return this.client.get().uri(URI.create("/api/v1/tasks" + query)).exchange();
    }

    private ResponseSpec conditional(String query, String tag) {
        return this.client.get().uri(URI.create("/api/v1/tasks" + query)).header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange();
    }

    private static String tag(ResponseSpec response) {
        return String.valueOf(response.returnResult(byte[].class).getResponseHeaders().getETag());
    }

}

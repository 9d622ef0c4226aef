package com.taskflow.calendar;

import java.net.URI;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds over HTTP: made, read without a sign-in, revoked. */
@FullStackTest
class CalendarApiIntegrationTests {

    private static final String FEEDS = "/api/v1/calendar/feeds";

    private final RestTestClient anonymous;

    CalendarApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
    }

    @Test
    void readsOpenTasksThatAreDueWithoutASignIn() {
        RestTestClient client = ApiUser.register(this.anonymous).client();
        String feed = make(client);
        task(client, "{\"title\": \"Rent\", \"due\": {\"date\": \"2026-12-01\"}}");
        task(client, "{\"title\": \"Done\", \"status\": \"done\", \"due\": {\"date\": \"2026-12-01\"}}");
        task(client, "{\"title\": \"Never\"}");

        EntityExchangeResult<String> answer = read(feed, "");

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType("text/calendar;charset=UTF-8"));
        assertThat(answer.getResponseHeaders().getCacheControl()).contains("private", "no-cache");
        assertThat(answer.getResponseBody()).contains("SUMMARY:Rent").doesNotContain("Done", "Never");
    }

    @Test
    void repeatsWhatComesAgainByItsSchedule() {
        RestTestClient client = ApiUser.register(this.anonymous).client();
        String feed = make(client);
        String id = task(client, """
                {"title": "Rent", "due": {"date": "2027-01-31"}, "recurrence": {"rule": "FREQ=MONTHLY;COUNT=3"}}""");
        task(client, """
                {"title": "Water", "due": {"date": "2027-01-31"},
                 "recurrence": {"rule": "FREQ=DAILY", "from": "completion"}}""");

        assertThat(read(feed, "").getResponseBody()).containsOnlyOnce("RRULE:FREQ=MONTHLY;COUNT=3")
                .contains("BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "SUMMARY:Water").doesNotContain("-next@taskflow");
        client.patch().uri("/api/v1/tasks/" + id).contentType(MediaType.APPLICATION_JSON)
                .body("{\"due\": {\"date\": \"2027-02-01\"}}").exchange().expectStatus().isOk();
        assertThat(read(feed, "").getResponseBody()).contains("DTSTART;VALUE=DATE:20270201", "UID:" + id + "@taskflow",
                "DTSTART;VALUE=DATE:20270228", "UID:" + id + "-next@taskflow", "RRULE:FREQ=MONTHLY;COUNT=2");
    }

    @Test
    void isUnchangedUntilATaskChanges() {
        RestTestClient client = ApiUser.register(this.anonymous).client();
        String feed = make(client);
        String tag = String.valueOf(read(feed, "").getResponseHeaders().getETag());

        assertThat(read(feed, tag).getStatus().value()).isEqualTo(304);
        task(client, "{\"title\": \"Rent\", \"due\": {\"date\": \"2026-12-01\"}}");
        assertThat(read(feed, tag).getStatus().value()).isEqualTo(200);
    }

    @Test
    void leadsNowhereOnceRevoked() {
        RestTestClient client = ApiUser.register(this.anonymous).client();
        String first = make(client);
        String second = make(client);
        List<String> ids = JsonPath.read(list(client), "$.items[*].id");

        client.delete().uri(FEEDS + "/" + ids.getFirst()).exchange().expectStatus().isNoContent();

        assertThat(read(first, "").getStatus().value()).isEqualTo(404);
        assertThat(read(second, "").getStatus().value()).isEqualTo(200);
        client.delete().uri(FEEDS + "/" + ids.getFirst()).exchange().expectStatus().isNotFound();
        ApiUser.register(this.anonymous).client().delete().uri(FEEDS + "/" + ids.getLast()).exchange().expectStatus()
                .isNotFound();
    }

    @Test
    void endsWithTheAccount() {
        ApiUser user = ApiUser.register(this.anonymous);
        String feed = make(user.client());

        user.client().method(HttpMethod.DELETE).uri("/api/v1/users/me").contentType(MediaType.APPLICATION_JSON)
                .body("{\"password\": \"%s\"}".formatted(ApiUser.PASSWORD)).exchange().expectStatus().isNoContent();

        assertThat(read(feed, "").getStatus().value()).isEqualTo(404);
    }

    @Test
    void showsSecretsOnce() {
        RestTestClient client = ApiUser.register(this.anonymous).client();
        String feed = make(client);

        assertThat(list(client)).doesNotContain(feed.substring(feed.lastIndexOf('/') + 1, feed.length() - 4));
    }

    @Test
    void allowsTenFeeds() {
        RestTestClient client = ApiUser.register(this.anonymous).client();
        for (int i = 0; i < 10; i++) {
            make(client);
        }

        client.post().uri(FEEDS).contentType(MediaType.APPLICATION_JSON).body("{\"name\": \"x\"}").exchange()
                .expectStatus().isEqualTo(409);
    }

    private static String make(RestTestClient client) {
        return JsonPath.read(client.post().uri(FEEDS).contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"Phone\"}").exchange().expectStatus().isCreated().expectBody(String.class)
                .returnResult().getResponseBody(), "$.path");
    }

    private static String list(RestTestClient client) {
        return String.valueOf(client.get().uri(FEEDS).exchange().expectStatus().isOk().expectBody(String.class)
                .returnResult().getResponseBody());
    }

    private EntityExchangeResult<String> read(String feed, String ifNoneMatch) {
        return this.anonymous.get().uri(URI.create(feed))
                .headers((headers) -> headers.set(HttpHeaders.IF_NONE_MATCH, ifNoneMatch)).exchange()
                .expectBody(String.class).returnResult();
    }

    private static String task(RestTestClient client, String json) {
        return JsonPath.read(client.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json)
                .exchange().expectStatus().isCreated().expectBody(String.class).returnResult().getResponseBody(),
                "$.id");
    }

}

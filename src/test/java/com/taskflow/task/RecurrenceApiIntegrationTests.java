package com.taskflow.task;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks that come again, over HTTP. */
@FullStackTest
class RecurrenceApiIntegrationTests {

    private static final String MONTHLY = """
            {"title": "Pay", "due": {"date": "2027-01-31", "time": "09:00", "timeZone": "Europe/Berlin"},
             "recurrence": {"rule": "RRULE:FREQ=MONTHLY"}, "status": "in_progress"}""";

    private final RestTestClient anonymous;

    private RestTestClient client;

    RecurrenceApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.client = anonymous;
    }

    @BeforeEach
    void signUp() {
        this.client = ApiUser.register(this.anonymous).client();
    }

    @Test
    void completesOneOccurrenceAfterTheOtherWithoutDrifting() {
        String uri = create(MONTHLY);

        complete(uri, "2027-01-31").expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("todo")
                .jsonPath("$.completedAt").isEqualTo(null).jsonPath("$.due.date").isEqualTo("2027-02-28")
                .jsonPath("$.due.time").isEqualTo("09:00").jsonPath("$.recurrence.rule").isEqualTo("RRULE:FREQ=MONTHLY")
                .jsonPath("$.recurrence.from").isEqualTo("schedule").jsonPath("$.recurrence.anchor.date")
                .isEqualTo("2027-01-31");
        complete(uri, "2027-02-28T09:00").expectBody().jsonPath("$.due.date").isEqualTo("2027-03-31");
        complete(uri, "2027-03-31T07:00:00Z").expectBody().jsonPath("$.due.date").isEqualTo("2027-04-30");
    }

    @Test
    void changesNothingWhenAnOccurrenceIsCompletedAgain() {
        String uri = create(MONTHLY);
        complete(uri, "2027-01-31");
        String tag = tag(this.client.get().uri(uri).exchange());

        complete(uri, "2027-01-31").expectStatus().isOk().expectHeader().valueEquals("ETag", tag).expectHeader()
                .doesNotExist("X-Operation-Id").expectBody().jsonPath("$.due.date").isEqualTo("2027-02-28");
        complete(uri, "2027-03-31").expectStatus().isEqualTo(409).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/occurrence-mismatch");
    }

    @Test
    void asksWhichOccurrenceIsMeant() {
        String uri = create(MONTHLY);
        String tag = tag(this.client.get().uri(uri).exchange());

        patch(uri, null, "{\"status\": \"done\"}").expectStatus().isEqualTo(428).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/precondition-required");
        patch(uri, tag, "{\"status\": \"done\"}").expectStatus().isOk().expectBody().jsonPath("$.due.date")
                .isEqualTo("2027-02-28");
        patch(uri, tag, "{\"status\": \"done\"}").expectStatus().isEqualTo(412);
    }

    @Test
    void undoesACompletion() {
        String uri = create(MONTHLY);
        String operation = Objects.requireNonNull(
                complete(uri, "2027-01-31").returnResult(byte[].class).getResponseHeaders()
                        .getFirst("X-Operation-Id"));

        this.client.post().uri("/api/v1/operations/{id}/undo", operation).exchange().expectStatus().isOk();

        this.client.get().uri(uri).exchange().expectBody().jsonPath("$.due.date").isEqualTo("2027-01-31")
                .jsonPath("$.recurrence.occurrence").isEqualTo("2027-01-31").jsonPath("$.status")
                .isEqualTo("in_progress");
        assertThat(occurrences(uri, "2027-01-01", "2027-02-28")).containsExactly("2027-01-31 current",
                "2027-02-28 upcoming");
        complete(uri, "2027-01-31").expectBody().jsonPath("$.due.date").isEqualTo("2027-02-28");
    }

    @Test
    void endsWithTheLastOccurrence() {
        String uri = create("""
                {"title": "Twice", "due": {"date": "2027-01-04"}, "recurrence": {"rule": "FREQ=WEEKLY;COUNT=2"}}""");
        complete(uri, "2027-01-04").expectBody().jsonPath("$.due.date").isEqualTo("2027-01-11");

        complete(uri, "2027-01-11").expectBody().jsonPath("$.status").isEqualTo("done").jsonPath("$.completedAt")
                .isNotEmpty().jsonPath("$.due.date").isEqualTo("2027-01-11");
        complete(uri, "2027-01-11").expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("done");
        assertThat(occurrences(uri, "2027-01-01", "2027-12-31")).containsExactly("2027-01-04 done",
                "2027-01-11 done");
        patch(uri, null, "{\"status\": \"todo\"}").expectStatus().isOk();
        assertThat(occurrences(uri, "2027-01-01", "2027-12-31")).containsExactly("2027-01-04 done",
                "2027-01-11 current");
    }

    @Test
    void reschedulesOneAndComesBackToTheSchedule() {
        String uri = create("""
                {"title": "Mondays", "due": {"date": "2027-01-04"}, "recurrence": {"rule": "FREQ=WEEKLY"}}""");

        patch(uri, null, "{\"due\": {\"date\": \"2027-01-06\"}}").expectStatus().isOk().expectBody()
                .jsonPath("$.recurrence.occurrence").isEqualTo("2027-01-04");

        assertThat(occurrences(uri, "2027-01-01", "2027-01-20")).containsExactly("2027-01-06 current",
                "2027-01-11 upcoming", "2027-01-18 upcoming");
        complete(uri, "2027-01-06").expectBody().jsonPath("$.due.date").isEqualTo("2027-01-11");
        complete(uri, "2027-01-04").expectStatus().isOk().expectBody().jsonPath("$.due.date").isEqualTo("2027-01-11");
    }

    @Test
    void passesOverDaysThatAPostponedOccurrenceHasTaken() {
        String uri = create("""
                {"title": "Daily", "due": {"date": "2027-01-04"}, "recurrence": {"rule": "FREQ=DAILY"}}""");
        patch(uri, null, "{\"due\": {\"date\": \"2027-01-07\"}}").expectStatus().isOk();

        complete(uri, "2027-01-07").expectBody().jsonPath("$.due.date").isEqualTo("2027-01-08");
    }

    @Test
    void skipsTheOneThatTheTagIsAboutWithoutABody() {
        String uri = create(MONTHLY);

        this.client.post().uri(uri + "/skip").exchange().expectStatus().isEqualTo(428);
        this.client.post().uri(uri + "/skip").header("If-Match", tag(this.client.get().uri(uri).exchange())).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.due.date").isEqualTo("2027-02-28");
        this.client.post().uri(uri + "/skip").contentType(MediaType.TEXT_PLAIN).body("{}").exchange().expectStatus()
                .isEqualTo(415);
    }

    @Test
    void skipsOne() {
        String uri = create(MONTHLY);

        skip(uri, "{\"occurrence\": \"2027-01-31\"}").expectStatus().isOk().expectHeader().exists("X-Operation-Id")
                .expectBody().jsonPath("$.due.date").isEqualTo("2027-02-28");
        skip(uri, "{\"occurrence\": \"2027-01-31\"}").expectStatus().isOk().expectHeader()
                .doesNotExist("X-Operation-Id");
        skip(uri, "{}").expectStatus().isEqualTo(428);
        assertThat(occurrences(uri, "2027-01-01", "2027-03-31")).containsExactly("2027-01-31 skipped",
                "2027-02-28 current", "2027-03-31 upcoming");
    }

    @Test
    void countsFromCompletion() {
        String uri = create("""
                {"title": "Water", "due": {"date": "2020-01-04"},
                 "recurrence": {"rule": "FREQ=DAILY;INTERVAL=3;COUNT=2", "from": "completion"}}""");

        String next = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        complete(uri, "2020-01-04").expectBody().jsonPath("$.due.date").isEqualTo(next);
        complete(uri, next).expectBody().jsonPath("$.status").isEqualTo("done");
    }

    @Test
    void startsASeriesAnewWhenItsRuleOrItsDueDateWithItChanges() {
        String uri = create(MONTHLY);
        complete(uri, "2027-01-31");

        patch(uri, null, "{\"recurrence\": {\"rule\": \"RRULE:FREQ=MONTHLY\"}, \"due\": {\"date\": \"2027-02-28\"}}")
                .expectBody().jsonPath("$.recurrence.anchor.date").isEqualTo("2027-01-31");
        patch(uri, null, "{\"recurrence\": {\"rule\": \"FREQ=DAILY\"}}").expectBody()
                .jsonPath("$.recurrence.anchor.date").isEqualTo("2027-02-28");
        patch(uri, null, "{\"due\": null}").expectStatus().isOk().expectBody().jsonPath("$.recurrence")
                .isEqualTo(null);
        assertThat(occurrences(uri, "2027-01-01", "2027-12-31")).containsExactly("2027-01-31 done");
    }

    @Test
    void finishesForGoodWithoutTheRecurrence() {
        String uri = create(MONTHLY);

        patch(uri, null, "{\"status\": \"done\", \"recurrence\": null}").expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("done").jsonPath("$.due.date").isEqualTo("2027-01-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\": \"x\", \"recurrence\": {\"rule\": \"FREQ=DAILY\"}}",
        "{\"title\": \"x\", \"due\": {\"date\": \"2027-01-01\"}, \"recurrence\": {}}",
        "{\"title\": \"x\", \"due\": {\"date\": \"2027-01-01\"}, \"recurrence\": {\"rule\": \"FREQ=HOURLY\"}}",
        "{\"title\": \"x\", \"due\": {\"date\": \"2027-01-01\"}, \"recurrence\": {\"rule\": \"FREQ=DAILY\", \"from\": \"x\"}}"})
    void refusesWhatCannotComeAgain(String json) {
        this.client.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json).exchange()
                .expectStatus().isBadRequest();
    }

    @Test
    void refusesOccurrencesWhereThereAreNone() {
        String uri = create("{\"title\": \"x\"}");

        complete(uri, "2027-01-01").expectStatus().isEqualTo(409);
        complete(uri, "2027-02-30").expectStatus().isBadRequest();
        patch(uri, null, "{\"occurrence\": \"2027-01-01\"}").expectStatus().isBadRequest();
        patch(uri, null, "{\"status\": \"done\", \"occurrence\": null}").expectStatus().isBadRequest();
        patch(create(MONTHLY), null,
                "{\"status\": \"done\", \"occurrence\": \"2027-01-31\", \"due\": {\"time\": null}}")
                .expectStatus().isBadRequest();
    }

    @Test
    void logsTheSeriesAndGivesItToFollowers() {
        String uri = create(MONTHLY);
        complete(uri, "2027-01-31");

        this.client.get().uri(uri + "/history").exchange().expectBody()
                .jsonPath("$.items[0].changes.recurrence.to.occurrence").isEqualTo("2027-02-28")
                .jsonPath("$.items[0].changes.due.from.date").isEqualTo("2027-01-31");
        this.client.get().uri("/api/v1/tasks/changes").exchange().expectBody()
                .jsonPath("$.items[0].recurrence.occurrence").isEqualTo("2027-02-28");
        this.client.get().uri("/api/v1/tasks").exchange().expectBody().jsonPath("$.items[0].recurrence.occurrence")
                .isEqualTo("2027-02-28");
    }

    @Test
    void listsUpcomingOccurrencesInParts() {
        String uri = create("""
                {"title": "Daily", "due": {"date": "2027-01-01"}, "recurrence": {"rule": "FREQ=DAILY"}}""");

        this.client.get().uri(uri + "/occurrences?from=2027-03-01&to=2027-12-31&limit=2").exchange().expectBody()
                .jsonPath("$.items.length()").isEqualTo(2).jsonPath("$.items[0].at")
                .isEqualTo("2027-03-01T00:00:00.000Z").jsonPath("$.nextFrom").isEqualTo("2027-03-03");
        for (String from : List.of("0000-01-01", "+999999999-12-31", "2027-02-29")) {
            this.client.get().uri(uri + "/occurrences?from={from}", from).exchange().expectStatus().isBadRequest();
        }
        this.client.get().uri(uri + "/occurrences?from=9999-12-31").exchange().expectStatus().isOk();
        this.client.get().uri(uri + "/occurrences?from=2027-01-01&to=2027-12-31").exchange().expectBody()
                .jsonPath("$.items.length()").isEqualTo(365).jsonPath("$.nextFrom").isEqualTo(null);
    }

    @Test
    void previewsRules() {
        this.client.post().uri("/api/v1/recurrence/preview").contentType(MediaType.APPLICATION_JSON).body("""
                {"rule": "FREQ=MONTHLY", "due": {"date": "2027-01-31", "time": "09:00", "timeZone": "Europe/Berlin"},
                 "after": "2027-02-28", "limit": 1}""").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].at")
                .isEqualTo("2027-03-31T07:00:00.000Z");
        this.client.post().uri("/api/v1/recurrence/preview").contentType(MediaType.APPLICATION_JSON).body("""
                {"rule": "FREQ=DAILY;BYHOUR=9", "due": {"date": "2027-01-31"}}""").exchange().expectStatus()
                .isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("rule")
                .jsonPath("$.errors[0].message").isEqualTo("BYHOUR is not supported");
    }

    private String create(String json) {
        return "/api/v1/tasks/" + Objects.requireNonNull(this.client.post().uri("/api/v1/tasks")
                .contentType(MediaType.APPLICATION_JSON).body(json).exchange().expectStatus().isCreated()
                .expectBody(Map.class).returnResult().getResponseBody()).get("id");
    }

    private ResponseSpec complete(String uri, String occurrence) {
        return patch(uri, null, "{\"status\": \"done\", \"occurrence\": \"%s\"}".formatted(occurrence));
    }

    private ResponseSpec patch(String uri, @Nullable String tag, String json) {
        return this.client.patch().uri(uri).contentType(MediaType.APPLICATION_JSON).headers((headers) -> {
            if (tag != null) {
                headers.set(HttpHeaders.IF_MATCH, tag);
            }
        }).body(json).exchange();
    }

    private ResponseSpec skip(String uri, String json) {
        return this.client.post().uri(uri + "/skip").contentType(MediaType.APPLICATION_JSON).body(json).exchange();
    }

    private List<String> occurrences(String uri, String from, String to) {
        Map<?, ?> page = Objects.requireNonNull(this.client.get().uri(uri + "/occurrences?from=" + from + "&to=" + to)
                .exchange().expectStatus().isOk().expectBody(Map.class).returnResult().getResponseBody());
        return ((List<?>) Objects.requireNonNull(page.get("items")))
                .stream().map((item) -> ((Map<?, ?>) item).get("date") + " " + ((Map<?, ?>) item).get("status"))
                .toList();
    }

    private static String tag(ResponseSpec response) {
        return String.valueOf(response.returnResult(byte[].class).getResponseHeaders().getETag());
    }

}

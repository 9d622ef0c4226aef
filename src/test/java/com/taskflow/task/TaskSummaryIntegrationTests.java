package com.taskflow.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MutableClock;
import com.taskflow.testsupport.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

/** The summary over HTTP and in SQL. */
@FullStackTest
class TaskSummaryIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    private final RestTestClient anonymous;

    private final TaskSummaryQuery query;

    private final StatementCounter statements;

    private ApiUser user;

    TaskSummaryIntegrationTests(@Autowired RestTestClient anonymous, @Autowired TaskSummaryQuery query,
            @Autowired StatementCounter statements) {
        this.anonymous = anonymous;
        this.query = query;
        this.statements = statements;
        this.user = new ApiUser(anonymous, new UUID(0, 0), "", "");
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
    }

    @Test
    void countsEveryStatusAndPriorityButNotTheTrash() {
        create("{\"title\": \"a\", \"status\": \"in_progress\", \"due\": {\"date\": \"2000-01-01\"}}");
        create("{\"title\": \"b\", \"priority\": \"urgent\", \"due\": {\"date\": \"9999-12-31\", \"time\": \"23:59\"}}");
        create("{\"title\": \"c\", \"status\": \"done\", \"due\": {\"date\": \"2000-01-01\"}}");
        delete(create("{\"title\": \"d\", \"priority\": \"low\"}"));

        summary().expectStatus().isOk().expectBody().json("""
                {"byStatus": {"todo": 1, "in_progress": 1, "done": 1},
                 "byPriority": {"low": 0, "medium": 2, "high": 0, "urgent": 1}, "overdue": 1, "dueToday": 0}""",
                JsonCompareMode.STRICT);
    }

    @Test
    void countsZerosForNewcomers() {
        summary().expectStatus().isOk().expectBody().json("""
                {"byStatus": {"todo": 0, "in_progress": 0, "done": 0},
                 "byPriority": {"low": 0, "medium": 0, "high": 0, "urgent": 0}, "overdue": 0, "dueToday": 0}""",
                JsonCompareMode.STRICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "Etc/GMT+12", "America/St_Johns"})
    void countsAllDaysAroundNowAsTheOwnerDoes(String zone) {
        moveTo(zone);
        LocalDate today = LocalDate.ofInstant(NOW, ZoneId.of(zone));
        for (int day = -4; day <= 4; day++) {
            create("{\"title\": \"t\", \"due\": {\"date\": \"%s\"}}".formatted(today.plusDays(day)));
        }

        assertThat(summaryAt(NOW).overdue()).isEqualTo(4);
        assertThat(summaryAt(NOW).dueToday()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu"})
    void countsTimesAroundNowAsTheOwnerDoes(String zone) {
        moveTo(zone);
        List<Instant> times = new ArrayList<>();
        for (int hour = -75; hour <= 75; hour++) {
            Instant at = NOW.plusSeconds(hour * 3600L);
            times.add(at);
            create("{\"title\": \"t\", \"due\": {\"date\": \"%s\", \"time\": \"%s\", \"timeZone\": \"UTC\"}}".formatted(
                    LocalDate.ofInstant(at, ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC).toLocalTime()));
        }

        LocalDate today = LocalDate.ofInstant(NOW, ZoneId.of(zone));
        assertThat(summaryAt(NOW).overdue()).isEqualTo(76);
        assertThat(summaryAt(NOW).dueToday()).isEqualTo((int) times.stream()
                .filter((at) -> LocalDate.ofInstant(at, ZoneId.of(zone)).equals(today)).count());
    }

    @Test
    void asksForOneStatement() {
        create("{\"title\": \"a\"}");

        assertThat(this.statements.during(this::summary)).hasSize(1);
    }

    @Test
    void changesItsTagWithTasksAndZone() {
        String empty = tag();
        create("{\"title\": \"a\"}");
        String one = tag();
        moveTo("Asia/Tokyo");

        assertThat(List.of(empty, one, tag())).doesNotHaveDuplicates().allMatch((tag) -> tag.startsWith("W/\""));
    }

    @Test
    void confirmsItsTagForTheRestOfTheMinute() {
        MutableClock clock = MutableClock.at(NOW);
        TaskSummaryService summaries = new TaskSummaryService(this.query, clock);
        CurrentUser actor = new CurrentUser(this.user.id(), UUID.randomUUID());
        String tag = summaries.summarize(actor, null).tag().header();

        clock.advance(Duration.ofSeconds(59));
        assertThat(summaries.summarize(actor, "\"x\", " + tag).summary()).isNull();
        moveTo("Asia/Tokyo");
        assertThat(summaries.summarize(actor, tag).summary()).isNotNull();
        moveTo("UTC");
        clock.advance(Duration.ofSeconds(1));
        assertThat(summaries.summarize(actor, tag).summary()).isNotNull();
    }

    @Test
    void answersUnchangedWithoutABody() {
        create("{\"title\": \"a\"}");

        // The minute may end between the two requests of the first attempt.
        Awaitility.await().untilAsserted(() -> this.user.client().get().uri("/api/v1/tasks/summary")
                .header(HttpHeaders.IF_NONE_MATCH, tag()).exchange().expectStatus().isNotModified().expectBody()
                .isEmpty());
    }

    private TaskSummary summaryAt(Instant now) {
        TaskSummaryQuery.Result result = this.query.run(this.user.id(), now, null);
        return TaskSummary.of(result.groups(), now, result.zone());
    }

    private ResponseSpec summary() {
        return this.user.client().get().uri("/api/v1/tasks/summary").exchange();
    }

    private String tag() {
        return String.valueOf(summary().returnResult(byte[].class).getResponseHeaders().getETag());
    }

    private void moveTo(String zone) {
        this.user.client().patch().uri("/api/v1/users/me").contentType(MediaType.APPLICATION_JSON)
                .body("{\"timeZone\": \"%s\"}".formatted(zone)).exchange().expectStatus().isOk();
    }

    private String create(String json) {
        return String.valueOf(this.user.client().post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON)
                .body(json).exchange().expectStatus().isCreated().returnResult(byte[].class).getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION));
    }

    private void delete(String location) {
        this.user.client().delete().uri(location).exchange().expectStatus().isNoContent();
    }

}

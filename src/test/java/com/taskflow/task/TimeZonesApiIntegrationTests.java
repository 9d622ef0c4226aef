package com.taskflow.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Due dates at both ends of the earth's day, and with the JVM in other time zones, over HTTP. */
@FullStackTest
class TimeZonesApiIntegrationTests {

    private static final TimeZone ORIGINAL = TimeZone.getDefault();

    private final RestTestClient anonymous;

    private final HikariDataSource connections;

    private final Clock clock;

    private TaskClient tasks;

    TimeZonesApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired DataSource connections,
            @Autowired Clock clock) throws Exception {
        this.anonymous = anonymous;
        this.connections = connections.unwrap(HikariDataSource.class);
        this.clock = clock;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @AfterEach
    void returnHome() {
        moveServer(ORIGINAL);
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, 2030-06-14T10:00:00.000Z, 2030-06-14T19:00:00.000Z",
        "Etc/GMT+12, 2030-06-15T12:00:00.000Z, 2030-06-15T21:00:00.000Z",
        "Asia/Kathmandu, 2030-06-14T18:15:00.000Z, 2030-06-15T03:15:00.000Z"})
    void comparesTheInstantsOfTheOwnersDays(String zone, String startOfDay, String nine) {
        moveOwner(zone);
        createDue("all day", "\"date\": \"2030-06-15\"");
        createDue("floating", "\"date\": \"2030-06-15\", \"time\": \"09:00\"");

        assertThat(titles("dueBefore=2030-06-15")).isEmpty();
        assertThat(titles("dueAfter=2030-06-14&dueBefore=2030-06-16")).containsExactly("all day", "floating");
        assertThat(titles("dueAfter=2030-06-15")).containsExactly("floating");
        assertThat(titles("dueBefore=" + startOfDay)).isEmpty();
        assertThat(titles("dueAfter=" + startOfDay)).containsExactly("floating");
        assertThat(titles("dueBefore=" + nine)).containsExactly("all day");
        assertThat(titles("dueAfter=" + nine)).isEmpty();
        assertThat(titles("filter=due%20%3D%202030-06-15")).contains("all day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void countsWhatIsDueOnTheOwnersDay(String zone) {
        // The owner's day may end between the requests of the first attempt.
        Awaitility.await().untilAsserted(() -> {
            signUp();
            moveOwner(zone);
            LocalDate today = LocalDate.now(this.clock.withZone(ZoneId.of(zone)));
            for (int day = -1; day <= 1; day++) {
                createDue("t", "\"date\": \"%s\"".formatted(today.plusDays(day)));
            }

            TaskClient.Answer summary = this.tasks.get("/api/v1/tasks/summary");
            assertThat(summary.<Integer>at("$.overdue")).isOne();
            assertThat(summary.<Integer>at("$.dueToday")).isOne();
        });
    }

    @Test
    void movesDueDatesAlongFromOneEndOfTheDayToTheOther() {
        moveOwner("Etc/GMT+12");
        createDue("all day", "\"date\": \"2030-06-15\"");
        createDue("fixed", "\"date\": \"2030-06-15\", \"time\": \"09:00\", \"timeZone\": \"Europe/Berlin\"");
        assertThat(titles("sort=due")).containsExactly("fixed", "all day");

        moveOwner("Pacific/Kiritimati");

        assertThat(titles("sort=due")).containsExactly("all day", "fixed");
        assertThat(titles("dueBefore=2030-06-14T10:00:00.001Z")).containsExactly("all day");
    }

    /** A write that has begun holds nobody up who moves, and is moved along. */
    @Test
    void movesBehindAWriteThatGoesOn(@Autowired TransactionTemplate transaction, @Autowired JdbcClient jdbc) {
        createDue("fixed", "\"date\": \"2030-06-15\", \"time\": \"09:00\", \"timeZone\": \"Europe/Berlin\"");
        createDue("all day", "\"date\": \"2030-06-16\"");

        transaction.executeWithoutResult((_) -> {
            jdbc.sql("select seq from change_counter for update").query(Long.class).list();
            moveOwner("Pacific/Kiritimati");
            assertThat(titles("dueBefore=2030-06-15T10:00:00.001Z")).containsExactly("fixed");
        });

        Awaitility.await().untilAsserted(
                () -> assertThat(titles("dueBefore=2030-06-15T10:00:00.001Z")).containsExactly("fixed", "all day"));
    }

    /** Where the first day begins in the year before 1, and where the last one ends in the year 10000. */
    @ParameterizedTest
    @CsvSource({"Pacific/Apia, dueBefore=0001-01-01T00:00:00.000Z",
        "Etc/GMT+12, dueAfter=9999-12-31T23:59:59.999Z"})
    void pagesFromTheFirstDayToTheLast(String zone, String queryOnceMoved) {
        List<String> days = List.of("0001-01-01", "0001-01-02", "0100-02-28", "1582-10-10", "2030-06-15",
                "9999-12-31T23:59");
        days.forEach((day) -> createDue(day, "\"date\": \"%s\"".formatted(day.substring(0, 10))
                + (day.contains("T") ? ", \"time\": \"23:59\"" : "")));
        moveOwner(zone);

        assertThat(titles(queryOnceMoved)).hasSize(1);
        assertThat(pages("sort=due")).isEqualTo(days);
        assertThat(pages("sort=-due")).isEqualTo(days.reversed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9999-12-31|23:59|America/Los_Angeles", "0001-01-01|00:00|Pacific/Apia"})
    void refusesWhatIsDueInAYearThatCannotBeWritten(String date, String time, String zone) {
        String due = "{\"due\": {\"date\": \"%s\", \"time\": \"%s\", \"timeZone\": \"%s\"}%s}".formatted(date, time,
                zone, "%s");

        TaskClient.Answer created = this.tasks.create(due.formatted(", \"title\": \"a\""));
        TaskClient.Answer changed = this.tasks.patch(this.tasks.create("a", ""), due.formatted(""));
        TaskClient.Answer preview = this.tasks.send(HttpMethod.POST, "/api/v1/recurrence/preview",
                due.formatted(", \"rule\": \"FREQ=DAILY\", \"limit\": 2"));

        assertThat(List.of(created.status(), changed.status())).containsOnly(400);
        assertThat(created.<String>at("$.errors[0].field")).isEqualTo("due");
        assertThat(changed.<String>at("$.errors[0].field")).isEqualTo("due");
        assertThat(preview.<List<String>>at("$.items[*].at")).allMatch((at) -> at.matches("000[1-9]-.*"));
    }

    /** As releases took it that did not look at the instant. */
    @Test
    void leavesOutOfCalendarsWhatNoneCanRead(@Autowired JdbcClient jdbc) {
        String id = createDue("beyond",
                "\"date\": \"2030-06-15\", \"time\": \"23:59\", \"timeZone\": \"America/Lima\"");
        this.tasks.patch(id, "{\"recurrence\": {\"rule\": \"FREQ=DAILY\"}}");
        String feed = this.tasks.send(HttpMethod.POST, "/api/v1/calendar/feeds", "{\"name\": \"f\"}").at("$.path");
        jdbc.sql("""
                update task set due_date = '9999-12-31', due_at = '10000-01-01 04:59+00', anchor_date = '9999-12-31',
                    occurrence_date = '9999-12-31' where id = ?""").param(UUID.fromString(id)).update();

        assertThat(this.tasks.get(feed).body()).doesNotContain("10000", "beyond").contains("END:VCALENDAR");
        assertThat(this.tasks.get("/api/v1/tasks/" + id + "/occurrences?from=9999-12-30").body())
                .contains("\"at\":\"9999-12-31T23:59:59.999Z\"");
        assertThat(titles("sort=due")).containsExactly("beyond");
        assertThat(this.tasks.patch(id, "{\"title\": \"still\"}").status()).isEqualTo(200);
    }

    private List<String> pages(String query) {
        List<String> titles = new ArrayList<>();
        for (String cursor = ""; cursor != null;) {
            TaskClient.Answer page = this.tasks.get("/api/v1/tasks?limit=1&" + query + cursor);
            titles.addAll(page.<List<String>>at("$.items[*].title"));
            String next = page.at("$.nextCursor");
            cursor = (next != null) ? "&cursor=" + next : null;
        }
        return titles;
    }

    @Test
    void answersTheSameInWhicheverZoneTheServerIs() {
        moveOwner("Australia/Lord_Howe");
        List<String> tasks = List.of(createDue("all day", "\"date\": \"2027-04-04\""),
                createDue("gap", "\"date\": \"2027-03-28\", \"time\": \"02:30\", \"timeZone\": \"Europe/Berlin\""),
                createDue("first year", "\"date\": \"0001-01-02\""),
                createDue("overlap", "\"date\": \"2027-10-31\", \"time\": \"02:30\", \"timeZone\": \"Europe/Berlin\""));
        tasks.forEach((id) -> this.tasks.patch(id, "{\"recurrence\": {\"rule\": \"FREQ=WEEKLY\"}}"));
        String feed = this.tasks.send(HttpMethod.POST, "/api/v1/calendar/feeds", "{\"name\": \"f\"}").at("$.path");

        moveServer(TimeZone.getTimeZone("UTC"));
        List<String> answers = answers(tasks, feed);
        moveServer(TimeZone.getTimeZone("Pacific/Apia"));
        assertThat(answers(tasks, feed)).isEqualTo(answers);
        moveServer(TimeZone.getTimeZone("America/St_Johns"));
        assertThat(answers(tasks, feed)).isEqualTo(answers);
    }

    /** What is read of the tasks, a year of daily series, and what a write makes of due dates. */
    private List<String> answers(List<String> ids, String feed) {
        List<String> answers = new ArrayList<>();
        ids.forEach((id) -> {
            answers.add(this.tasks.read(id).body());
            answers.add(this.tasks.get("/api/v1/tasks/" + id + "/history").body());
            answers.add(this.tasks.get("/api/v1/tasks/" + id + "/occurrences?from=2027-03-01&to=2027-05-01").body());
        });
        answers.add(this.tasks.get(feed).body());
        answers.add(this.tasks.get("/api/v1/users/me/export/todoist.csv").body());
        answers.add(this.tasks.changes("").at("$.items").toString());
        for (String query : List.of("sort=due", "sort=-due", "dueBefore=2027-10-31T00:30:00.001Z",
                "dueAfter=2027-03-28", "updatedSince=2020-01-01T00:00:00Z", "filter=due%20%3C%202027-04-05")) {
            answers.add(String.join(",", titles(query)));
        }
        for (String zone : List.of("Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe")) {
            for (String after : List.of("2026-12-31", "2027-04-10", "2027-07-19", "2027-10-27")) {
                answers.add(year(zone, after));
            }
        }
        ids.forEach((id) -> answers.add(this.tasks.patch(id, "{\"description\": null}").body()));
        Map<String, Object> due = this.tasks.create(
                "{\"title\": \"t\", \"due\": {\"date\": \"2027-04-04\", \"time\": \"02:15\"}}").at("$.due");
        answers.add(due.toString());
        this.tasks.live().forEach((id, task) -> {
            if (!ids.contains(id)) {
                this.tasks.delete(id);
            }
        });
        return answers;
    }

    private String year(String zone, String after) {
        TaskClient.Answer answer = this.tasks.send(HttpMethod.POST, "/api/v1/recurrence/preview", """
                {"rule": "FREQ=DAILY", "due": {"date": "2026-12-31", "time": "09:00", "timeZone": "%s"},
                 "after": "%s", "limit": 100}""".formatted(zone, after));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private List<String> titles(String query) {
        TaskClient.Answer answer = this.tasks
                .get("/api/v1/tasks?" + (query.contains("sort=") ? "" : "sort=due&") + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.at("$.items[*].title");
    }

    private String createDue(String title, String due) {
        TaskClient.Answer answer = this.tasks.create("{\"title\": \"%s\", \"due\": {%s}}".formatted(title, due));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.at("$.id");
    }

    private void moveOwner(String zone) {
        assertThat(this.tasks.send(HttpMethod.PATCH, "/api/v1/users/me", "{\"timeZone\": \"%s\"}".formatted(zone))
                .status()).isEqualTo(200);
    }

    /** Connections take the JVM's zone along when they are opened. */
    private void moveServer(TimeZone zone) {
        TimeZone.setDefault(zone);
        this.connections.getHikariPoolMXBean().softEvictConnections();
    }

}

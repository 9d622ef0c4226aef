package com.taskflow.task;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.CapturedMail;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MailCatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Reminders over HTTP, and as mails. */
@FullStackTest
class ReminderIntegrationTests {

    private final RestTestClient anonymous;

    private final MailCatcher mails;

    private ApiUser user;

    ReminderIntegrationTests(@Autowired RestTestClient anonymous, @Autowired MailCatcher mails) {
        this.anonymous = anonymous;
        this.mails = mails;
        this.user = new ApiUser(anonymous, new UUID(0, 0), "", "");
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
    }

    @Test
    void mailsOnceAndRecordsIt() {
        verifyAddress();
        String uri = create("""
                {"title": "Pay the rent", "due": {"date": "2099-01-01"}, "reminders": [{"at": "%s"}]}"""
                .formatted(Instant.now()));

        await().untilAsserted(() -> assertThat(reminderMails()).hasSize(1));
        assertThat(reminderMails().getFirst().text()).contains("Pay the rent", "Thursday, 1 January 2099");
        patch(uri, "{\"due\": {\"date\": \"2099-01-02\"}}");
        patch(uri, "{\"due\": {\"date\": \"2099-01-01\"}}");
        assertThat(ledger("")).containsExactly("sent null");
        assertThat(reminderMails()).hasSize(1);
    }

    @Test
    void saysNothingThatWasTypedToAnAddressThatIsNotVerified() {
        create("{\"title\": \"Buy at evil.example\", \"reminders\": [{\"at\": \"%s\"}]}".formatted(Instant.now()));

        await().untilAsserted(() -> assertThat(reminderMails()).hasSize(1));
        assertThat(reminderMails().getFirst().text()).contains("a task").doesNotContain("evil");
    }

    @Test
    void movesWithTheDueDate() {
        String uri = create("""
                {"title": "a", "due": {"date": "2099-06-01", "time": "09:00", "timeZone": "Europe/Berlin"},
                 "reminders": [{"before": "PT30M"}, {"before": "P1D"}, {"before": "-PT1H"}]}""");
        assertThat(remindAt("scheduled")).containsExactly("2099-06-01T08:00:00.000Z", "2099-06-01T06:30:00.000Z",
                "2099-05-31T07:00:00.000Z");

        patch(uri, "{\"due\": {\"date\": \"2099-07-01\"}}");

        assertThat(remindAt("scheduled")).containsExactly("2099-07-01T08:00:00.000Z", "2099-07-01T06:30:00.000Z",
                "2099-06-30T07:00:00.000Z");
        assertThat(ledger("?status=suppressed")).containsOnly("suppressed changed").hasSize(3);
        patch(uri, "{\"title\": \"b\"}");
        assertThat(ledger("")).hasSize(6);
    }

    @Test
    void isCancelledWhenTheTaskIsDoneOrTrashedAndPlannedAgainByUndo() {
        String uri = create("{\"title\": \"a\", \"reminders\": [{\"at\": \"2099-01-01T08:00:00Z\"}]}");

        String operation = patch(uri, "{\"status\": \"done\"}").returnResult(byte[].class).getResponseHeaders()
                .getFirst("X-Operation-Id");
        assertThat(ledger("")).containsExactly("suppressed done");
        this.user.client().post().uri("/api/v1/operations/{id}/undo", String.valueOf(operation)).exchange()
                .expectStatus().isOk();
        assertThat(ledger("?status=scheduled")).hasSize(1);
        this.user.client().delete().uri(uri).exchange().expectStatus().isNoContent();
        assertThat(ledger("")).containsExactlyInAnyOrder("suppressed done", "suppressed trashed");
        this.user.client().post().uri(uri + "/restore").exchange().expectStatus().isOk();
        assertThat(ledger("?status=scheduled")).hasSize(1);
    }

    @Test
    void goesOnWithTheNextOccurrence() {
        String uri = create("""
                {"title": "a", "due": {"date": "2099-01-31"}, "recurrence": {"rule": "FREQ=MONTHLY"},
                 "reminders": [{"before": "PT0S"}]}""");

        patch(uri, "{\"status\": \"done\", \"occurrence\": \"2099-01-31\"}");

        assertThat(remindAt("scheduled")).containsExactly("2099-02-28T00:00:00.000Z");
        assertThat(ledger("?status=suppressed")).containsExactly("suppressed changed");
    }

    @Test
    void keepsQuietAboutWhatHasPassed() {
        String uri = create("""
                {"title": "a", "due": {"date": "2020-01-01"}, "reminders": [{"before": "PT0S"}]}""");

        assertThat(ledger("")).containsExactly("suppressed past");
        patch(uri, "{\"status\": \"in_progress\"}");
        assertThat(ledger("")).containsExactly("suppressed past");
    }

    @Test
    void keepsQuietAfterAnOutage(@Autowired ReminderService reminders, @Autowired JdbcClient jdbc) {
        create("{\"title\": \"a\", \"reminders\": [{\"at\": \"2099-01-01T08:00:00Z\"}]}");
        jdbc.sql("update reminder set remind_at = ? where user_id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofHours(2))), this.user.id()).update();
        UUID id = jdbc.sql("select id from reminder where user_id = ?").param(this.user.id()).query(UUID.class)
                .single();

        reminders.send(UUID.randomUUID(), new ReminderPlanner.Order(this.user.id(), id));

        assertThat(ledger("")).containsExactly("suppressed missed");
    }

    @Test
    void movesWithTheOwner() {
        create("{\"title\": \"a\", \"due\": {\"date\": \"2099-01-01\"}, \"reminders\": [{\"before\": \"PT0S\"}]}");

        this.user.client().patch().uri("/api/v1/users/me").contentType(MediaType.APPLICATION_JSON)
                .body("{\"timeZone\": \"Pacific/Kiritimati\"}").exchange().expectStatus().isOk();

        await().untilAsserted(
                () -> assertThat(remindAt("scheduled")).containsExactly("2098-12-31T10:00:00.000Z"));
    }

    @Test
    void leavesOutWhatWouldBeBeforeAllTime() {
        create("{\"title\": \"a\", \"due\": {\"date\": \"0001-01-01\"}, \"reminders\": [{\"before\": \"P1D\"}]}");

        assertThat(ledger("")).isEmpty();
    }

    @Test
    void countsTheDaysBefore1582AsEverywhere() {
        create("""
                {"title": "a", "due": {"date": "0001-01-02", "time": "00:00"}, "reminders": [{"before": "PT1M"}]}""");

        assertThat(remindAt("suppressed")).containsExactly("0001-01-01T23:59:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"before\": \"30m\"}", "{\"before\": \"P\"}", "{\"before\": \"PT\"}",
        "{\"before\": \"P1M\"}", "{\"before\": \"PT30M\", \"at\": \"2099-01-01T08:00:00Z\"}", "\"PT30M\"",
        "{\"at\": \"tomorrow\"}"})
    void refusesWhatIsNoReminder(String reminder) {
        send("{\"title\": \"a\", \"reminders\": [%s]}".formatted(reminder)).expectStatus().isBadRequest();
    }

    @Test
    void pagesThroughTheLedger() {
        create("""
                {"title": "a", "reminders": [{"at": "2099-01-01T08:00:00Z"}, {"at": "2099-01-02T08:00:00Z"}]}""");
        Map<?, ?> first = page("?limit=1");

        Map<?, ?> second = page("?limit=1&cursor=" + first.get("nextCursor"));

        assertThat(second.get("nextCursor")).isNull();
        assertThat(((Map<?, ?>) ((List<?>) Objects.requireNonNull(second.get("items"))).getFirst()).get("remindAt"))
                .isEqualTo("2099-01-01T08:00:00.000Z");
        this.user.client().get().uri("/api/v1/reminders?status=sent&cursor=" + first.get("nextCursor")).exchange()
                .expectStatus().isBadRequest();
    }

    private void verifyAddress() {
        await().untilAsserted(() -> assertThat(this.mails.messagesTo(this.user.email())).isNotEmpty());
        Matcher token = Pattern.compile("#token=([\\w.-]+)")
                .matcher(String.valueOf(this.mails.messagesTo(this.user.email()).getFirst().text()));
        assertThat(token.find()).isTrue();
        this.anonymous.post().uri("/api/v1/auth/email/verify").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("token", token.group(1))).exchange().expectStatus().isNoContent();
    }

    private List<CapturedMail> reminderMails() {
        return this.mails.messagesTo(this.user.email()).stream()
                .filter((mail) -> mail.subject().equals("A reminder of a task")).toList();
    }

    private ResponseSpec send(String json) {
        return this.user.client().post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body(json)
                .exchange();
    }

    private String create(String json) {
        return "/api/v1/tasks/" + Objects.requireNonNull(
                send(json).expectStatus().isCreated().expectBody(Map.class).returnResult().getResponseBody())
                .get("id");
    }

    private ResponseSpec patch(String uri, String json) {
        return this.user.client().patch().uri(uri).contentType(MediaType.APPLICATION_JSON).body(json).exchange()
                .expectStatus().isOk();
    }

    private Map<?, ?> page(String query) {
        return Objects.requireNonNull(this.user.client().get().uri("/api/v1/reminders" + query).exchange()
                .expectStatus().isOk().expectBody(Map.class).returnResult().getResponseBody());
    }

    private List<String> ledger(String query) {
        return ((List<?>) Objects.requireNonNull(page(query).get("items"))).stream()
                .map((item) -> ((Map<?, ?>) item).get("status") + " " + ((Map<?, ?>) item).get("reason")).toList();
    }

    private List<String> remindAt(String status) {
        return ((List<?>) Objects.requireNonNull(page("?status=" + status).get("items"))).stream()
                .map((item) -> String.valueOf(((Map<?, ?>) item).get("remindAt"))).toList();
    }

}

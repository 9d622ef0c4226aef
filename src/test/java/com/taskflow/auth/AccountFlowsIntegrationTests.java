package com.taskflow.auth;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.CapturedMail;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MailCatcher;
import com.taskflow.user.EpochRaised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people do with their accounts beside signing in, from the request to the mail. */
@FullStackTest
class AccountFlowsIntegrationTests {

    private static final String NEW_PASSWORD = "seventeen purple elephants";

    private static final Pattern TOKEN = Pattern.compile("http://localhost:8080(/[a-z]+)#token=([\\w-]+)");

    private final RestTestClient anonymous;

    private final MailCatcher mails;

    private final JdbcClient jdbc;

    AccountFlowsIntegrationTests(@Autowired RestTestClient anonymous, @Autowired MailCatcher mails,
            @Autowired JdbcClient jdbc) {
        this.anonymous = anonymous;
        this.mails = mails;
        this.jdbc = jdbc;
    }

    @Test
    void verifiesTheAddressByTheLinkInTheWelcomeOnce() {
        ApiUser user = ApiUser.register(this.anonymous);
        String token = token(mail(user.email(), "Welcome to TaskFlow"), "/verify");

        post("/api/v1/auth/email/verify", Map.of("token", token)).expectStatus().isNoContent();

        user.client().get().uri("/api/v1/users/me").exchange().expectBody().jsonPath("$.emailVerified")
                .isEqualTo(true);
        assertInvalidToken(post("/api/v1/auth/email/verify", Map.of("token", token)));
    }

    @Test
    void mailsAnotherLinkToWhoAsksForOne() {
        ApiUser user = ApiUser.register(this.anonymous);

        user.client().post().uri("/api/v1/auth/email/verification").exchange().expectStatus().isAccepted();

        String token = token(mail(user.email(), "Confirm your e-mail address"), "/verify");
        post("/api/v1/auth/email/verify", Map.of("token", token)).expectStatus().isNoContent();
        this.anonymous.post().uri("/api/v1/auth/email/verification").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void setsANewPasswordByMailAndEndsEverySession() {
        ApiUser user = ApiUser.register(this.anonymous);
        forgot(user.email().toUpperCase(java.util.Locale.ROOT)).expectStatus().isAccepted();
        String token = token(mail(user.email(), "Set a new password"), "/reset");

        reset(token, "too short").expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo("password");
        reset(token, NEW_PASSWORD).expectStatus().isNoContent();

        assertThat(liveSessions(user.id())).isZero();
        login(user.email(), ApiUser.PASSWORD).expectStatus().isUnauthorized();
        login(user.email(), NEW_PASSWORD).expectStatus().isOk();
        assertInvalidToken(reset(token, "another eighteen purple elephants"));
        assertThat(mail(user.email(), "Your password was changed").text()).doesNotContain(NEW_PASSWORD);
    }

    @Test
    void answersTheSameWhetherThereIsAnAccountOrNot() {
        ApiUser user = ApiUser.register(this.anonymous);
        String nobody = UUID.randomUUID() + "@example.org";

        ExchangeResult known = forgot(user.email()).expectStatus().isAccepted().expectBody().isEmpty();
        ExchangeResult unknown = forgot(nobody).expectStatus().isAccepted().expectBody().isEmpty();

        assertThat(unknown.getResponseHeaders().headerNames()).isEqualTo(known.getResponseHeaders().headerNames());
        mail(user.email(), "Set a new password");
        await().untilAsserted(() -> assertThat(this.jdbc.sql("""
                select count(*) from scheduled_tasks
                where convert_from(task_data, 'UTF8') like ?""")
                .param("%" + nobody + "%").query(Long.class).single()).isZero());
        assertThat(this.mails.messagesTo(nobody)).isEmpty();
    }

    @Test
    void takesNoTokenForWhatItWasNotMadeFor() {
        ApiUser user = ApiUser.register(this.anonymous);
        String verification = token(mail(user.email(), "Welcome to TaskFlow"), "/verify");

        assertInvalidToken(reset(verification, NEW_PASSWORD));
        assertInvalidToken(reset("", NEW_PASSWORD), "invalid-request");
        assertInvalidToken(reset("garbage", NEW_PASSWORD));
        this.anonymous.post().uri("/api/v1/auth/email/verify").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("token", verification + "=")).exchange().expectStatus().isBadRequest();
        assertInvalidToken(reset(user.accessToken().substring(0, 200), NEW_PASSWORD));
    }

    @Test
    void changesThePasswordAndGoesOnInANewSession() {
        ApiUser user = ApiUser.register(this.anonymous);

        change(user, "not my password at all", NEW_PASSWORD).expectStatus().isForbidden().expectBody()
                .jsonPath("$.type").isEqualTo("/problems/wrong-password");
        change(user, ApiUser.PASSWORD, NEW_PASSWORD).expectStatus().isOk().expectHeader()
                .value("Set-Cookie", (cookie) -> assertThat(cookie).startsWith("__Host-taskflow_refresh=v1."))
                .expectBody().jsonPath("$.user.email").isEqualTo(user.email());

        assertThat(liveSessions(user.id())).isEqualTo(1);
        login(user.email(), ApiUser.PASSWORD).expectStatus().isUnauthorized();
        mail(user.email(), "Your password was changed");
    }

    @Test
    void tellsOfASignInFromAnUnknownDeviceOnce() {
        ApiUser user = ApiUser.register(this.anonymous);

        String device = "";
        for (int i = 0; i < 2; i++) {
            device = new AuthClient.Answer(this.anonymous.post().uri("/api/v1/auth/login")
                    .header("X-Forwarded-Proto", "https")
                    .cookie(AuthClient.DEVICE_COOKIE, device).header("User-Agent", "<b>Netscape</b> 4")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("email", user.email(), "password", ApiUser.PASSWORD)).exchange().expectStatus().isOk()
                    .expectBody(String.class).returnResult()).deviceToken();
        }

        CapturedMail mail = mail(user.email(), "New sign-in to your account");
        assertThat(mail.text()).contains("<b>Netscape</b> 4", "127.0.0.0");
        assertThat(mail.html()).contains("&lt;b&gt;Netscape").doesNotContain("<b>");
        await().untilAsserted(() -> assertThat(waitingMails(user.id())).isZero());
        assertThat(mails(user.email(), "New sign-in to your account")).hasSize(1);
    }

    @Test
    void deletesTheAccountWithEverythingInIt() {
        ApiUser user = ApiUser.register(this.anonymous);
        user.client().post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("title", "Private")).exchange().expectStatus().isCreated();
        this.jdbc.sql("insert into security_event (id, user_id, type, created_at) values (?, ?, 'sign_in', now())")
                .param(UUID.randomUUID()).param(user.id()).update();

        delete(user, "not my password at all").expectStatus().isForbidden().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/wrong-password");
        deletion(user, ApiUser.PASSWORD).header("If-Match", "\"stale\"").exchange().expectStatus().isEqualTo(412)
                .expectHeader().exists("ETag");
        delete(user, ApiUser.PASSWORD).expectStatus().isNoContent();

        assertThat(liveSessions(user.id())).isZero();
        login(user.email(), ApiUser.PASSWORD).expectStatus().isUnauthorized();
        this.anonymous.post().uri("/api/v1/auth/register").header("X-Forwarded-Proto", "https")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", user.email(), "password", ApiUser.PASSWORD, "name", "Again")).exchange()
                .expectStatus().isCreated();
        mail(user.email(), "Your account was deleted");
        for (String table : List.of("task", "task_change", "change_counter", "session",
                "sign_in_counter", "security_event", "idempotency_key")) {
            await().untilAsserted(() -> assertThat(rows(table, "user_id", user.id())).as(table).isZero());
        }
        user.client().get().uri("/api/v1/users/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void keepsOfADeletedAccountNothingButItsIdAndThatForADay() {
        ApiUser user = ApiUser.register(this.anonymous);
        delete(user, ApiUser.PASSWORD).expectStatus().isNoContent();

        await().untilAsserted(
                () -> assertThat(this.jdbc.sql("select email || name || password_hash from users where id = ?")
                        .param(user.id()).query(String.class).single()).isEqualTo("-"));
        assertThat(this.jdbc.sql("""
                update scheduled_tasks set execution_time = now()
                where task_name = 'account-removal-end' and convert_from(task_data, 'UTF8') like ?
                    and execution_time > now() + interval '23 hours'""")
                .param("%" + user.id() + "%").update()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(rows("users", "id", user.id())).isZero());
    }

    @Test
    void queuesTheRepetitionOfARevocationWithIt(@Autowired StringRedisTemplate redis,
            @Autowired Denylist denylist, @Autowired TransactionTemplate transaction) {
        EpochRaised event = new EpochRaised(UUID.randomUUID(), 7);

        transaction.executeWithoutResult((_) -> denylist.repeatLater(event));

        await().untilAsserted(() -> assertThat(redis.opsForZSet().score("denylist", RedisDenylist.member(event)))
                .isNotNull());
    }

    private CapturedMail mail(String address, String subject) {
        await().untilAsserted(() -> assertThat(mails(address, subject)).isNotEmpty());
        return mails(address, subject).getFirst();
    }

    private List<CapturedMail> mails(String address, String subject) {
        return this.mails.messagesTo(address).stream().filter((mail) -> mail.subject().equals(subject)).toList();
    }

    private static String token(CapturedMail mail, String path) {
        Matcher text = TOKEN.matcher(String.valueOf(mail.text()));
        assertThat(text.find()).isTrue();
        assertThat(text.group(1)).isEqualTo(path);
        assertThat(mail.html()).contains("token&#x3D;" + text.group(2));
        return text.group(2);
    }

    private ResponseSpec post(String uri, Object body) {
        return this.anonymous.post().uri(uri).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private ResponseSpec forgot(String email) {
        return post("/api/v1/auth/password/forgot", Map.of("email", email));
    }

    private ResponseSpec reset(String token, String password) {
        return post("/api/v1/auth/password/reset", Map.of("token", token, "password", password));
    }

    private ResponseSpec login(String email, String password) {
        return this.anonymous.post().uri("/api/v1/auth/login").header("X-Forwarded-Proto", "https")
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("email", email, "password", password)).exchange();
    }

    private static ResponseSpec change(ApiUser user, String currentPassword, String newPassword) {
        return user.client().put().uri("/api/v1/users/me/password").header("X-Forwarded-Proto", "https")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("currentPassword", currentPassword, "newPassword", newPassword)).exchange();
    }

    private static ResponseSpec delete(ApiUser user, String password) {
        return deletion(user, password).exchange();
    }

    private static RequestHeadersSpec<?> deletion(ApiUser user, String password) {
        return user.client().method(HttpMethod.DELETE).uri("/api/v1/users/me").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("password", password));
    }

    private static void assertInvalidToken(ResponseSpec answer) {
        assertInvalidToken(answer, "invalid-token");
    }

    private static void assertInvalidToken(ResponseSpec answer, String slug) {
        answer.expectStatus().isBadRequest().expectBody().jsonPath("$.type").isEqualTo("/problems/" + slug);
    }

    private long liveSessions(UUID userId) {
        return this.jdbc.sql("select count(*) from session where user_id = ? and revoked_at is null").param(userId)
                .query(Long.class).single();
    }

    private long waitingMails(UUID userId) {
        return this.jdbc.sql("""
                select count(*) from scheduled_tasks
                where task_name = 'mail' and convert_from(task_data, 'UTF8') like ?""")
                .param("%" + userId + "%").query(Long.class).single();
    }

    private long rows(String table, String column, UUID userId) {
        return this.jdbc.sql("select count(*) from %s where %s = ?".formatted(table, column)).param(userId)
                .query(Long.class).single();
    }

}

package com.taskflow.auth;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a thief of an access token can find out about the password: little. Strangers have no part in it. */
@FullStackTest
class SignedInPasswordIntegrationTests {

    private static final String WRONG = "not this one at all";

    private static final String NEW_PASSWORD = "seventeen purple elephants";

    private final RestTestClient anonymous;

    private final AuthClient auth;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final Counter verifications;

    private final String email = AuthClient.newEmail();

    private String token = "";

    private UUID userId = new UUID(0, 0);

    SignedInPasswordIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired Clock clock, @Autowired MeterRegistry meters) {
        this.anonymous = anonymous;
        this.auth = new AuthClient(anonymous);
        this.jdbc = jdbc;
        this.clock = clock;
        this.verifications = meters.get("taskflow.auth.password.verifications").counter();
    }

    @BeforeEach
    void signUp() {
        Answer session = this.auth.register(this.email);
        this.token = session.field("accessToken");
        this.userId = UUID.fromString(session.field("id"));
    }

    @Test
    void looksAtTenWrongPasswordsOfASessionWhateverTheyAreFor() {
        double before = this.verifications.count();
        for (int i = 0; i < 4; i++) {
            assertWrong(changePassword(this.token, WRONG));
            assertWrong(delete(this.token, Map.of("password", WRONG)));
            assertWrong(signedIn(this.token, HttpMethod.POST, "/second-factor", Map.of("password", WRONG)));
        }

        assertThat(this.verifications.count() - before).isEqualTo(10);
        assertWrong(changePassword(this.token, ApiUser.PASSWORD));
        assertThat(this.jdbc.sql("""
                select type || coalesce(' ' || (detail ->> 'reason'), '') from security_event
                where user_id = ? order by created_at desc, id desc limit 4""").param(this.userId)
                .query(String.class).list()).containsExactly("password_check_failed locked",
                        "password_check_failed locked", "password_check_failed locked", "locked_out");
    }

    @Test
    void countsEverySessionAndSignInByItself() {
        for (int i = 0; i < 10; i++) {
            assertWrong(changePassword(this.token, WRONG));
        }

        Answer other = this.auth.login(this.email, ApiUser.PASSWORD);
        assertThat(other.status()).isEqualTo(200);
        assertThat(changePassword(other.field("accessToken"), ApiUser.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void keepsNobodyOutWhoIsSignedInForWhatStrangersTry() {
        for (int i = 0; i < 10; i++) {
            this.auth.login(this.email, WRONG);
        }

        assertThat(changePassword(this.token, ApiUser.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void forgetsFailuresAfterTheRightPasswordThoughTheNewOneIsRefused() {
        for (int i = 0; i < 12; i++) {
            assertThat(signedIn(this.token, HttpMethod.PUT, "/password",
                    Map.of("currentPassword", ApiUser.PASSWORD, "newPassword", "too short")).status()).isEqualTo(400);
        }

        assertThat(this.jdbc.sql("select count(*) from sign_in_counter where user_id = ?").param(this.userId)
                .query(Long.class).single()).isZero();
    }

    @Test
    void looksAtTheNewPasswordBeforeTheOldOne() {
        Answer answer = signedIn(this.token, HttpMethod.PUT, "/password",
                Map.of("currentPassword", WRONG, "newPassword", "too short"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void forgetsTheCountWithTheSession() {
        assertWrong(changePassword(this.token, WRONG));

        this.jdbc.sql("delete from session where user_id = ?").param(this.userId).update();

        assertThat(this.jdbc.sql("select count(*) from sign_in_counter where user_id = ?").param(this.userId)
                .query(Long.class).single()).isZero();
    }

    @Test
    void deletesAnAccountWithASecondFactorOnlyWithACodeOfIt() {
        EnrolledUser user = EnrolledUser.enrol(this.anonymous, this.clock);
        String access = user.account().accessToken();

        assertRefused(delete(access, Map.of("password", ApiUser.PASSWORD)), "second-factor-required");
        assertRefused(delete(access, Map.of("password", ApiUser.PASSWORD, "code", "000000")), "invalid-code");
        assertWrong(delete(access, Map.of("password", WRONG, "code", user.code())));
        assertThat(this.jdbc.sql("select attempts from second_factor where user_id = ?").param(user.account().id())
                .query(Long.class).single()).isEqualTo(1);

        assertThat(delete(access, Map.of("password", ApiUser.PASSWORD, "code", user.code())).status()).isEqualTo(204);
    }

    @Test
    void tellsWhoseAccountIsGoneMeanwhileToSignIn() {
        this.jdbc.sql("update users set disabled_at = now(), email_key = null where id = ?").param(this.userId)
                .update();

        assertThat(delete(this.token, Map.of("password", ApiUser.PASSWORD)).status()).isEqualTo(401);
        assertThat(changePassword(this.token, ApiUser.PASSWORD).status()).isEqualTo(401);
        assertThat(signedIn(this.token, HttpMethod.POST, "/second-factor", Map.of("password", ApiUser.PASSWORD))
                .status()).isEqualTo(401);
    }

    private Answer changePassword(String accessToken, String password) {
        return signedIn(accessToken, HttpMethod.PUT, "/password",
                Map.of("currentPassword", password, "newPassword", NEW_PASSWORD));
    }

    private Answer delete(String accessToken, Map<String, String> body) {
        return signedIn(accessToken, HttpMethod.DELETE, "", body);
    }

    private Answer signedIn(String accessToken, HttpMethod method, String path, Map<String, String> body) {
        return new Answer(this.anonymous.method(method).uri("/api/v1/users/me" + path)
                .header("X-Forwarded-Proto", "https").header("Authorization", "Bearer " + accessToken)
                .contentType(MediaType.APPLICATION_JSON).body(body).exchange().expectBody(String.class)
                .returnResult());
    }

    private static void assertWrong(Answer answer) {
        assertRefused(answer, "wrong-password");
    }

    private static void assertRefused(Answer answer, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.slug()).isEqualTo(slug);
    }

}

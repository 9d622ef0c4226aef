package com.taskflow.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Wrong passwords over HTTP: few are looked at, and strangers keep only strangers out. */
@FullStackTest
class LockoutIntegrationTests {

    private static final String WRONG = "not this one at all";

    private static final String NEW_PASSWORD = "seventeen purple elephants";

    private final AuthClient auth;

    private final JdbcClient jdbc;

    private final AccountTokens accountTokens;

    private final Counter verifications;

    private final String email = AuthClient.newEmail();

    private String device = "";

    private UUID userId = new UUID(0, 0);

    LockoutIntegrationTests(@Autowired RestTestClient http, @Autowired JdbcClient jdbc,
            @Autowired AccountTokens accountTokens, @Autowired MeterRegistry meters) {
        this.auth = new AuthClient(http);
        this.jdbc = jdbc;
        this.accountTokens = accountTokens;
        this.verifications = meters.get("taskflow.auth.password.verifications").counter();
    }

    @BeforeEach
    void signUp() {
        Answer answer = this.auth.register(this.email);
        this.device = answer.deviceToken();
        this.userId = UUID.fromString(answer.field("id"));
    }

    @Test
    void strangersLockOutStrangersAndNotTheOwner() {
        guess(10);

        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(401);
        Answer owner = this.auth.login(this.email, ApiUser.PASSWORD, this.device);
        assertThat(owner.status()).isEqualTo(200);
        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(401);
        assertThat(this.auth.login(this.email, ApiUser.PASSWORD, owner.deviceToken()).status()).isEqualTo(200);
    }

    @Test
    void looksAtTenPasswordsAndAtNoneOnceLocked() {
        double before = this.verifications.count();

        guess(15);

        assertThat(this.verifications.count() - before).isEqualTo(10);
    }

    @Test
    void looksAtTenOfTwoHundredParallelGuesses() throws Exception {
        double before = this.verifications.count();
        List<Future<Integer>> answers = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(200)) {
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> this.auth.login(this.email, WRONG).status()));
            }
        }

        assertThat(this.verifications.count() - before).isBetween(1.0, 10.0);
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(401, 503);
        }
        assertThat(this.auth.login(this.email, ApiUser.PASSWORD, this.device).status()).isEqualTo(200);
    }

    @Test
    void countsADeviceByItself() {
        for (int i = 0; i < 10; i++) {
            assertThat(this.auth.login(this.email, WRONG, this.device).status()).isEqualTo(401);
        }

        assertThat(this.auth.login(this.email, ApiUser.PASSWORD, this.device).status()).isEqualTo(401);
        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void takesTheDeviceOfAnotherAccountForAStranger() {
        String foreign = this.auth.register(AuthClient.newEmail()).deviceToken();
        guess(10);

        assertThat(this.auth.login(this.email, ApiUser.PASSWORD, foreign).status()).isEqualTo(401);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        for (int i = 0; i < 3; i++) {
            guess(9);
            assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void startsTheCountAnewWhenTheWindowIsOver() {
        guess(9);
        pass("15 minutes");
        guess(9);

        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void countsOverEveryFifteenMinutesAndNotFromTheFirstFailure() {
        guess(1);
        pass("14 minutes");
        guess(8);
        pass("2 minutes");
        guess(2);

        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(401);
        assertThat(waitInMinutes()).isEqualTo(1);
    }

    @Test
    void waitsTwiceAsLongForEveryFurtherFailureUpToTheLongest() {
        guess(10);
        List<Long> minutes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long wait = waitInMinutes();
            minutes.add(wait);
            pass(wait + " minutes");
            guess(1);
        }

        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    void letsTheRightPasswordInAfterTheWait() {
        guess(10);
        pass("1 minute");

        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(200);
        assertThat(counters()).isZero();
    }

    @Test
    void stopsAtAHundredUntilThePasswordIsReset() {
        guess(1);
        this.jdbc.sql("update sign_in_counter set total = 99 where user_id = ?").param(this.userId).update();
        guess(1);
        pass("30 days");
        assertThat(this.auth.login(this.email, ApiUser.PASSWORD).status()).isEqualTo(401);

        resetPassword();

        assertThat(counters()).isZero();
        assertThat(this.auth.login(this.email, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void resetVoidsWhatKnownDevicesShowAndWhatWasCounted() {
        guess(10);
        resetPassword();

        assertThat(this.auth.login(this.email, WRONG, this.device).status()).isEqualTo(401);

        assertThat(this.jdbc.sql("select subject from sign_in_counter where user_id = ?").param(this.userId)
                .query(String.class).list()).containsExactly("account:" + this.userId);
        String renewed = this.auth.login(this.email, NEW_PASSWORD).deviceToken();
        guess(10);
        assertThat(this.auth.login(this.email, NEW_PASSWORD, renewed).status()).isEqualTo(200);
    }

    @Test
    void passwordChangeKeepsTheOwnersOtherDevicesKnown() {
        Answer other = this.auth.login(this.email, ApiUser.PASSWORD);
        this.auth.http().put().uri("/api/v1/users/me/password").header("X-Forwarded-Proto", "https")
                .header("Authorization", "Bearer " + other.field("accessToken"))
                .body(Map.of("currentPassword", ApiUser.PASSWORD, "newPassword", NEW_PASSWORD)).exchange()
                .expectStatus().isOk();
        guess(10);

        assertThat(this.auth.login(this.email, NEW_PASSWORD, this.device).status()).isEqualTo(200);
    }

    @Test
    void countsUnknownAddressesUnderAPseudonymAlone() {
        String unknown = AuthClient.newEmail();
        long before = pseudonyms();

        assertThat(this.auth.login(unknown, WRONG).status()).isEqualTo(401);
        assertThat(this.auth.login(unknown.toUpperCase(java.util.Locale.ROOT), WRONG).status()).isEqualTo(401);

        assertThat(pseudonyms()).isEqualTo(before + 1);
        assertThat(this.jdbc.sql("select count(*) from sign_in_counter c where c::text ilike ?")
                .param("%" + unknown.substring(0, 20) + "%").query(Long.class).single()).isZero();
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(this.auth.login(this.email, WRONG).status()).isEqualTo(401);
        }
    }

    /** Moves what is counted into the past. */
    private void pass(String interval) {
        this.jdbc.sql("""
                update sign_in_counter set window_ends_at = window_ends_at - cast(:by as interval),
                    blocked_until = blocked_until - cast(:by as interval),
                    recent = array(select t - cast(:by as interval) from unnest(recent) as t)
                where user_id = :userId""").param("by", interval).param("userId", this.userId).update();
    }

    private long waitInMinutes() {
        return this.jdbc.sql("""
                select ceil(extract(epoch from blocked_until - now()) / 60) from sign_in_counter where user_id = ?""")
                .param(this.userId).query(Long.class).single();
    }

    private void resetPassword() {
        String token = this.accountTokens.passwordReset(this.userId).orElseThrow();
        assertThat(this.auth.json("/password/reset", Map.of("token", token, "password", NEW_PASSWORD)).status())
                .isEqualTo(204);
    }

    private long counters() {
        return this.jdbc.sql("select count(*) from sign_in_counter where user_id = ?").param(this.userId)
                .query(Long.class).single();
    }

    private long pseudonyms() {
        return this.jdbc.sql("""
                select count(*) from sign_in_counter where subject like 'address:%' and idle_since is not null""")
                .query(Long.class).single();
    }

}

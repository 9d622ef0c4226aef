package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second factor over HTTP. Enrolment uses the present step and sign-in the next one, so that no test depends on when a
 * step ends.
 */
@FullStackTest
class SecondFactorIntegrationTests {

    private final RestTestClient anonymous;

    private final AuthClient auth;

    private final JdbcClient jdbc;

    private final SecondFactorResealing resealing;

    private final Clock clock;

    private final JsonMapper json = JsonMapper.shared();

    SecondFactorIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired SecondFactorResealing resealing, @Autowired Clock clock) {
        this.anonymous = anonymous;
        this.auth = new AuthClient(anonymous);
        this.jdbc = jdbc;
        this.resealing = resealing;
        this.clock = clock;
    }

    @Test
    void asksForACodeAfterEnrolment() {
        EnrolledUser user = enrol();

        Answer login = this.auth.login(user.email(), ApiUser.PASSWORD);
        assertThat(login.status()).isEqualTo(401);
        assertThat(login.slug()).isEqualTo("second-factor-required");
        assertThat(login.setCookie()).isNull();
        Answer session = totp(login.field("challenge"), user.code());

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.refreshToken()).startsWith("v1.");
        assertThat(session.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        Answer me = this.auth.call(HttpMethod.GET, "/api/v1/users/me", AuthClient.bearer(session.field("accessToken")));
        assertThat(me.status()).isEqualTo(200);
    }

    @Test
    void requiresNothingUntilEnrolmentIsConfirmed() {
        ApiUser user = ApiUser.register(this.anonymous);
        JsonNode enrolment = json(call(user, HttpMethod.POST, "", Map.of("password", ApiUser.PASSWORD)), 200);

        assertThat(enrolment.get("uri").asString()).startsWith("otpauth://totp/TaskFlow:")
                .contains("secret=" + enrolment.get("secret").asString()).contains("%40example.org");
        assertThat(this.auth.login(user.email(), ApiUser.PASSWORD).status()).isEqualTo(200);
        assertThat(json(call(user, HttpMethod.GET, "", null), 200).toString())
                .isEqualTo("{\"enabled\":false,\"recoveryCodesLeft\":0}");
        assertRefused(call(user, HttpMethod.POST, "/confirm", Map.of("code", "not one")), 400, "invalid-code");
        assertRefused(call(user, HttpMethod.DELETE, "", Map.of("password", ApiUser.PASSWORD, "code", "1")), 404,
                "not-found");
    }

    @Test
    void asksForThePasswordBeforeAnyChange() {
        EnrolledUser user = enrol();
        Map<String, String> wrong = Map.of("password", "not my password at all", "code", user.code());

        assertRefused(call(user.account(), HttpMethod.POST, "", Map.of("password", "not my password at all")), 403,
                "wrong-password");
        assertRefused(call(user.account(), HttpMethod.DELETE, "", wrong), 403, "wrong-password");
        assertRefused(call(user.account(), HttpMethod.POST, "/recovery-codes", wrong), 403, "wrong-password");
        assertRefused(call(user.account(), HttpMethod.POST, "", Map.of("password", ApiUser.PASSWORD)), 409,
                "second-factor-enabled");
        assertRefused(call(user.account(), HttpMethod.POST, "/confirm", Map.of("code", user.code())), 409,
                "second-factor-enabled");
        assertThat(this.auth.login(user.email(), ApiUser.PASSWORD).slug()).isEqualTo("second-factor-required");
    }

    @Test
    void takesACodeOnce() {
        EnrolledUser user = enrol();
        String code = user.code();

        assertThat(totp(challenge(user), code).status()).isEqualTo(200);

        assertRefused(totp(challenge(user), code), 401, "invalid-code");
        assertRefused(totp(challenge(user), user.enrolmentCode()), 401, "invalid-code");
    }

    @Test
    void letsOneOfParallelUsesOfACodeIn() throws Exception {
        EnrolledUser user = enrol();
        String challenge = challenge(user);
        String code = user.code();

        List<Integer> statuses = inParallel(4, () -> totp(challenge, code).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401, 401);
    }

    @Test
    void takesARecoveryCodeOnceHoweverItIsTyped() {
        EnrolledUser user = enrol();
        String code = user.recoveryCodes().get(3);

        assertThat(totp(challenge(user), code.toUpperCase(Locale.ROOT).replace('-', ' ')).status()).isEqualTo(200);

        assertRefused(totp(challenge(user), code), 401, "invalid-code");
        assertThat(json(call(user.account(), HttpMethod.GET, "", null), 200).toString())
                .isEqualTo("{\"enabled\":true,\"recoveryCodesLeft\":9}");
    }

    @Test
    void letsOneOfParallelUsesOfARecoveryCodeIn() throws Exception {
        EnrolledUser user = enrol();
        String challenge = challenge(user);

        List<Integer> statuses = inParallel(4, () -> totp(challenge, user.recoveryCodes().getFirst()).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401, 401);
    }

    @Test
    void replacesRecoveryCodes() {
        EnrolledUser user = enrol();

        JsonNode renewed = json(call(user.account(), HttpMethod.POST, "/recovery-codes",
                Map.of("password", ApiUser.PASSWORD, "code", user.code())), 200);

        assertRefused(totp(challenge(user), user.recoveryCodes().getFirst()), 401, "invalid-code");
        assertThat(totp(challenge(user), renewed.get("recoveryCodes").get(0).asString()).status()).isEqualTo(200);
    }

    @Test
    void takesNoCodeAfterFiveWrongOnesThoughTheyComeAtOnce() throws Exception {
        EnrolledUser user = enrol();
        String challenge = challenge(user);

        List<Integer> statuses = inParallel(12, () -> totp(challenge, "no code").status());

        assertThat(statuses).containsOnly(401);
        Answer locked = totp(challenge, user.code());
        assertRefused(locked, 401, "invalid-code");
        assertRefused(totp(challenge(user), user.recoveryCodes().getFirst()), 401, "invalid-code");
        assertThat(attempts(user)).isEqualTo(5);
        this.jdbc.sql(
                "update second_factor set attempts_since = attempts_since - interval '15 minutes' where user_id = ?")
                .param(user.account().id()).update();
        assertThat(totp(challenge, user.code()).status()).isEqualTo(200);
        assertThat(attempts(user)).isZero();
    }

    @Test
    void countsWrongCodesWhereverTheyAreTried() {
        EnrolledUser user = enrol();

        for (int i = 0; i < 3; i++) {
            assertRefused(call(user.account(), HttpMethod.DELETE, "",
                    Map.of("password", ApiUser.PASSWORD, "code", "no code")), 400, "invalid-code");
        }
        totp(challenge(user), "no code");

        assertThat(attempts(user)).isEqualTo(4);
    }

    @Test
    void refusesChallengesThatAreForgedOrDead() {
        EnrolledUser user = enrol();
        String challenge = challenge(user);
        for (String forged : List.of("garbage", challenge + "A", challenge.substring(4), user.account().accessToken(),
                "A".repeat(512))) {
            assertRefused(totp(forged, user.code()), 401, "invalid-challenge");
        }

        this.auth.post("/logout-all", AuthClient.bearer(user.account().accessToken()));

        assertRefused(totp(challenge, user.code()), 401, "invalid-challenge");
    }

    @Test
    void givesNoAccessByTheChallengeAlone() {
        String challenge = challenge(enrol());

        assertThat(this.auth.call(HttpMethod.GET, "/api/v1/users/me", AuthClient.bearer(challenge)).status())
                .isEqualTo(401);
        assertThat(this.auth.refresh(challenge).status()).isEqualTo(401);
    }

    @Test
    void outlivesANewPassword() {
        EnrolledUser user = enrol();
        String newPassword = "seventeen purple elephants";
        String earlier = challenge(user);

        user.account().client().put().uri("/api/v1/users/me/password").header("X-Forwarded-Proto", "https")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("currentPassword", ApiUser.PASSWORD, "newPassword", newPassword)).exchange().expectStatus()
                .isOk();

        assertRefused(totp(earlier, user.code()), 401, "invalid-challenge");
        Answer login = this.auth.login(user.email(), newPassword);
        assertThat(login.slug()).isEqualTo("second-factor-required");
        assertThat(totp(login.field("challenge"), user.code()).status()).isEqualTo(200);
    }

    @Test
    void isSwitchedOffWithPasswordAndCode() {
        EnrolledUser user = enrol();

        Answer off = call(user.account(), HttpMethod.DELETE, "",
                Map.of("password", ApiUser.PASSWORD, "code", user.code()));

        assertThat(off.status()).isEqualTo(204);
        assertThat(this.auth.login(user.email(), ApiUser.PASSWORD).status()).isEqualTo(200);
        assertThat(this.jdbc.sql("select count(*) from second_factor where user_id = ?").param(user.account().id())
                .query(Long.class).single()).isZero();
    }

    @Test
    void storesNothingThatOpensIt() {
        EnrolledUser user = enrol();

        String row = this.jdbc.sql("select second_factor::text from second_factor where user_id = ?")
                .param(user.account().id()).query(String.class).single();

        assertThat(row).doesNotContain(user.secret(), user.recoveryCodes().getFirst(),
                user.recoveryCodes().getFirst().replace("-", ""));
    }

    @Test
    void leavesWhatItCannotOpenAloneWhenSealingAnew() {
        EnrolledUser user = enrol();
        this.jdbc.sql("update second_factor set secret = replace(secret, 'v1.', 'v1.gone-') where user_id = ?")
                .param(user.account().id()).update();

        this.resealing.run();

        assertRefused(totp(challenge(user), user.code()), 401, "invalid-code");
        assertThat(totp(challenge(user), user.recoveryCodes().getFirst()).status()).isEqualTo(200);
    }

    private long attempts(EnrolledUser user) {
        return this.jdbc.sql("select attempts from second_factor where user_id = ?").param(user.account().id())
                .query(Long.class).single();
    }

    private String challenge(EnrolledUser user) {
        return this.auth.login(user.email(), ApiUser.PASSWORD).field("challenge");
    }

    private Answer totp(String challenge, String code) {
        return this.auth.json("/login/totp", Map.of("challenge", challenge, "code", code));
    }

    private EnrolledUser enrol() {
        return EnrolledUser.enrol(this.anonymous, this.clock);
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static Answer call(ApiUser user, HttpMethod method, String path, @Nullable Object body) {
        return EnrolledUser.call(user, method, path, body);
    }

    private JsonNode json(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return this.json.readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.slug()).isEqualTo(slug);
    }

}

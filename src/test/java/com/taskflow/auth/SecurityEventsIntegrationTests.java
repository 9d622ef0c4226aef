package com.taskflow.auth;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What happens to accounts is recorded with it, counted after it, and forgotten with the account. */
@FullStackTest
class SecurityEventsIntegrationTests {

    private static final String WRONG = "not this one at all";

    private final AuthClient auth;

    private final JdbcClient jdbc;

    private final SecurityEvents events;

    private final AccountTokens accountTokens;

    private final TransactionTemplate transaction;

    private final MeterRegistry meters;

    private final String email = AuthClient.newEmail();

    SecurityEventsIntegrationTests(@Autowired RestTestClient http, @Autowired JdbcClient jdbc,
            @Autowired SecurityEvents events, @Autowired AccountTokens accountTokens,
            @Autowired TransactionTemplate transaction, @Autowired MeterRegistry meters) {
        this.auth = new AuthClient(http);
        this.jdbc = jdbc;
        this.events = events;
        this.accountTokens = accountTokens;
        this.transaction = transaction;
        this.meters = meters;
    }

    @Test
    void recordsSignUpSignInAndFailures() {
        UUID user = id(this.auth.register(this.email));
        this.auth.login(this.email, ApiUser.PASSWORD);
        for (int i = 0; i < 11; i++) {
            this.auth.login(this.email, WRONG);
        }

        assertThat(types(user)).startsWith("account_registered", "signed_in", "new_device", "signed_in",
                "sign_in_failed").endsWith("sign_in_failed", "locked_out", "sign_in_failed");
        assertThat(this.jdbc.sql("""
                select distinct ip || ' ' || (detail ->> 'reason') from security_event
                where user_id = ? and type = 'sign_in_failed'""").param(user).query(String.class).list())
                .containsExactlyInAnyOrder("127.0.0.0 wrong", "127.0.0.0 locked");
    }

    @Test
    void recordsTheEndsOfSessions() {
        Answer first = this.auth.register(this.email);
        UUID user = id(first);
        Answer second = this.auth.login(this.email, ApiUser.PASSWORD, first.deviceToken());
        this.auth.post("/logout", AuthClient.bearer(second.field("accessToken")));
        this.auth.post("/logout-all", AuthClient.bearer(first.field("accessToken")));

        assertThat(types(user)).endsWith("signed_in", "session_revoked", "signed_out_everywhere");
        assertThat(this.jdbc.sql("""
                select detail ->> 'reason' from security_event where user_id = ? and type = 'session_revoked'""")
                .param(user).query(String.class).single()).isEqualTo("logout");
    }

    @Test
    void recordsReuseOfRefreshTokensAlthoughItIsRefused() {
        Answer first = this.auth.register(this.email);
        Answer second = this.auth.refresh(first.refreshToken());
        this.auth.refresh(second.refreshToken());

        assertThat(this.auth.refresh(first.refreshToken()).status()).isEqualTo(401);

        assertThat(types(id(first))).contains("refresh_reused", "session_revoked");
    }

    @Test
    void recordsATokenThatIsAheadOfItsSession() {
        Answer first = this.auth.register(this.email);
        Answer second = this.auth.refresh(first.refreshToken());
        this.jdbc.sql("update session set generation = 1 where user_id = ?").param(id(first)).update();

        assertThat(this.auth.refresh(second.refreshToken()).status()).isEqualTo(401);

        assertThat(types(id(first))).endsWith("refresh_ahead");
    }

    @Test
    void tellsPasswordResetFromChange() {
        UUID user = id(this.auth.register(this.email));
        String token = this.accountTokens.passwordReset(user).orElseThrow();
        this.auth.json("/password/reset", Map.of("token", token, "password", "seventeen purple elephants"));
        Answer session = this.auth.login(this.email, "seventeen purple elephants");
        this.auth.http().put().uri("/api/v1/users/me/password").header("X-Forwarded-Proto", "https")
                .header("Authorization", "Bearer " + session.field("accessToken"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("currentPassword", "seventeen purple elephants", "newPassword",
                        "eighteen purple elephants"))
                .exchange().expectStatus().isOk();

        assertThat(types(user)).containsSubsequence("password_reset", "new_device", "signed_in", "password_changed",
                "signed_in");
    }

    @Test
    void keepsNothingThatNamesADeletedAccount() {
        Answer session = this.auth.register(this.email);
        UUID user = id(session);
        this.auth.login(this.email, WRONG);
        double before = counted(SecurityEventType.ACCOUNT_DELETED);

        this.auth.http().method(HttpMethod.DELETE).uri("/api/v1/users/me")
                .header("Authorization", "Bearer " + session.field("accessToken"))
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("password", ApiUser.PASSWORD)).exchange()
                .expectStatus().isNoContent();

        assertThat(counted(SecurityEventType.ACCOUNT_DELETED)).isEqualTo(before + 1);
        await().untilAsserted(() -> assertThat(this.jdbc
                .sql("select count(*) from security_event e where e::text like ?").param("%" + user + "%")
                .query(Long.class).single()).isZero());
    }

    @Test
    void neitherKeepsNorCountsWhatIsRolledBack() {
        UUID user = id(this.auth.register(this.email));
        double before = counted(SecurityEventType.REFRESH_AHEAD);

        this.transaction.executeWithoutResult((status) -> {
            this.events.record(SecurityEvent.of(SecurityEventType.REFRESH_AHEAD, user));
            status.setRollbackOnly();
        });

        assertThat(types(user)).doesNotContain("refresh_ahead");
        assertThat(counted(SecurityEventType.REFRESH_AHEAD)).isEqualTo(before);
    }

    private static UUID id(Answer session) {
        return UUID.fromString(session.field("id"));
    }

    private List<@Nullable String> types(UUID user) {
        return this.jdbc.sql("select type from security_event where user_id = ? order by created_at, id").param(user)
                .query(String.class).list();
    }

    private double counted(SecurityEventType type) {
        return this.meters.get("taskflow.security.events").tag("type", type.wireName()).counter().count();
    }

}

package com.taskflow.auth;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing in an answer tells whether somebody has an account. Times are measured by {@code load/enumeration}. */
@FullStackTest
class EnumerationIntegrationTests {

    private static final String WRONG = "not this one at all";

    private final AuthClient auth;

    private final JdbcClient jdbc;

    EnumerationIntegrationTests(@Autowired RestTestClient http, @Autowired JdbcClient jdbc) {
        this.auth = new AuthClient(http);
        this.jdbc = jdbc;
    }

    @Test
    void refusedSignInsAreTheSameToTheByte() {
        String known = signUp();
        Answer wrong = this.auth.login(known, WRONG);

        String locked = signUp();
        lock(locked);
        String disabled = signUp();
        this.jdbc.sql("update users set disabled_at = now() where email = ?").param(disabled).update();
        String stopped = AuthClient.newEmail();
        lock(stopped);

        for (Answer other : List.of(this.auth.login(AuthClient.newEmail(), WRONG), this.auth.login(locked, WRONG),
                this.auth.login(locked, ApiUser.PASSWORD), this.auth.login(stopped, WRONG),
                this.auth.login(disabled, ApiUser.PASSWORD), this.auth.login("no address", WRONG),
                this.auth.login(known, WRONG, "garbage"))) {
            assertSame(other, wrong);
        }
        assertThat(wrong.slug()).isEqualTo("invalid-credentials");
    }

    @Test
    void asksForResetsAreTheSameToTheByte() {
        Answer known = this.auth.json("/password/forgot", Map.of("email", signUp()));

        assertThat(known.status()).isEqualTo(202);
        assertSame(this.auth.json("/password/forgot", Map.of("email", AuthClient.newEmail())), known);
    }

    @Test
    void asksForVerificationAreTheSameWhetherItIsNeededOrNot() {
        Answer needed = this.auth.register(AuthClient.newEmail());
        Answer verified = this.auth.register(AuthClient.newEmail());
        this.jdbc.sql("update users set email_verified_at = now() where email = ?").param(verified.field("email"))
                .update();

        assertSame(resend(verified), resend(needed));
    }

    private Answer resend(Answer session) {
        return this.auth.post("/email/verification", AuthClient.bearer(session.field("accessToken")));
    }

    private String signUp() {
        String email = AuthClient.newEmail();
        this.auth.register(email);
        return email;
    }

    private void lock(String email) {
        for (int i = 0; i < 11; i++) {
            this.auth.login(email, WRONG);
        }
    }

    private static void assertSame(Answer answer, Answer expected) {
        assertThat(answer.status()).isEqualTo(expected.status());
        assertThat(answer.bodyWithoutRequest()).isEqualTo(expected.bodyWithoutRequest());
        assertThat(comparable(answer)).isEqualTo(comparable(expected));
    }

    /** Headers but for the time, the request's id, and how much of a user's own limit is left. */
    private static Map<String, List<String>> comparable(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach(headers::put);
        List.of(HttpHeaders.DATE, "X-Request-Id", "RateLimit").forEach(headers::remove);
        return headers;
    }

}

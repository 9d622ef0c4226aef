package com.taskflow.auth;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.CapturedMail;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MailCatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever happens to a second factor is recorded, and its owner gets a mail about it. */
@FullStackTest
class SecondFactorNoticeIntegrationTests {

    private final AuthClient auth;

    private final MailCatcher mails;

    private final JdbcClient jdbc;

    private final EnrolledUser user;

    SecondFactorNoticeIntegrationTests(@Autowired RestTestClient anonymous, @Autowired MailCatcher mails,
            @Autowired JdbcClient jdbc, @Autowired Clock clock) {
        this.auth = new AuthClient(anonymous);
        this.mails = mails;
        this.jdbc = jdbc;
        this.user = EnrolledUser.enrol(anonymous, clock);
    }

    @Test
    void tellsOfEnrolment() {
        assertTold("second_factor_enabled", "switched on");
    }

    @Test
    void tellsOfItsEnd() {
        change(HttpMethod.DELETE, "", this.user.code());

        assertTold("second_factor_disabled", "switched off");
    }

    @Test
    void tellsOfNewRecoveryCodes() {
        change(HttpMethod.POST, "/recovery-codes", this.user.code());

        assertTold("recovery_codes_renewed", "New recovery codes");
    }

    @Test
    void tellsOfAUsedRecoveryCode() {
        String challenge = this.auth.login(this.user.email(), ApiUser.PASSWORD).field("challenge");
        this.auth.json("/login/totp", Map.of("challenge", challenge, "code", this.user.recoveryCodes().getFirst()));

        assertTold("recovery_code_used", "recovery code was used");
    }

    @Test
    void tellsOnceOfTooManyWrongCodes() {
        for (int i = 0; i < 7; i++) {
            change(HttpMethod.DELETE, "", "no code");
        }

        assertTold("second_factor_locked", "Wrong codes");
    }

    private void change(HttpMethod method, String path, String code) {
        EnrolledUser.call(this.user.account(), method, path, Map.of("password", ApiUser.PASSWORD, "code", code));
    }

    private void assertTold(String event, String sentence) {
        assertThat(this.jdbc.sql("select count(*) from security_event where user_id = ? and type = ?")
                .param(this.user.account().id()).param(event).query(Long.class).single()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(notices()).filteredOn((text) -> text.contains(sentence)).hasSize(1));
    }

    private List<String> notices() {
        return this.mails.messagesTo(this.user.email()).stream()
                .filter((mail) -> mail.subject().equals("Your second factor")).map(CapturedMail::text)
                .map(String::valueOf).toList();
    }

}

package com.taskflow.platform.flags;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MailCatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A flag from the setting to what it changes, and to where operators see it. */
@FullStackTest
@TestPropertySource(properties = "taskflow.flags.rollout=html-mail=0")
class FlagsIntegrationTests {

    private final RestTestClient http;

    private final RestTestClient management;

    FlagsIntegrationTests(@Autowired RestTestClient http, @LocalManagementPort int managementPort) {
        this.http = http;
        this.management = RestTestClient.bindToServer().baseUrl("http://localhost:" + managementPort).build();
    }

    @Test
    void sendsMailsAsTextAloneWhereHtmlIsNotRolledOut(@Autowired MailCatcher mails) {
        ApiUser user = ApiUser.register(this.http);

        await().untilAsserted(() -> assertThat(mails.messagesTo(user.email())).isNotEmpty());
        assertThat(mails.messagesTo(user.email())).allSatisfy((mail) -> {
            assertThat(mail.text()).isNotBlank();
            assertThat(mail.html()).isNull();
        });
    }

    @Test
    void showsFlagsAndWhoDecides() {
        this.management.get().uri("/actuator/flags").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.provider").isEqualTo("InMemoryProvider")
                .jsonPath("$.flags[?(@.name == 'html-mail')].fallback").isEqualTo(true);
    }

    @Test
    void showsWhatAFlagIsForOneUser() {
        ApiUser user = ApiUser.register(this.http);

        this.management.get().uri("/actuator/flags/{user}", user.id()).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.flags[?(@.name == 'html-mail')].on").isEqualTo(false)
                .jsonPath("$.flags[?(@.name == 'html-mail')].reason").isEqualTo("TARGETING_MATCH");
    }

}

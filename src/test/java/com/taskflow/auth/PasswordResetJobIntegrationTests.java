package com.taskflow.auth;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MailCatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The job behind a forgotten password, done twice: its worker died before it could say that it was done. */
@FullStackTest
class PasswordResetJobIntegrationTests {

    private final PasswordResetService resets;

    private final MailCatcher mails;

    private final JdbcClient jdbc;

    private final ApiUser user;

    PasswordResetJobIntegrationTests(@Autowired PasswordResetService resets, @Autowired MailCatcher mails,
            @Autowired JdbcClient jdbc, @Autowired RestTestClient anonymous) {
        this.resets = resets;
        this.mails = mails;
        this.jdbc = jdbc;
        this.user = ApiUser.register(anonymous);
    }

    @Test
    void sendsOneMailWhenItIsDoneTwice() {
        UUID job = UUID.randomUUID();
        ForgotPasswordRequest request = new ForgotPasswordRequest(this.user.email());

        this.resets.lookUp(job, request);
        await().until(() -> sent() == 1 && !isQueued(job));
        this.resets.lookUp(job, request);
        await().until(() -> !isQueued(job));

        assertThat(sent()).isOne();
    }

    private long sent() {
        return this.mails.messagesTo(this.user.email()).stream()
                .filter((mail) -> mail.subject().equals("Set a new password")).count();
    }

    private boolean isQueued(UUID job) {
        return this.jdbc.sql("select exists (select from scheduled_tasks where task_instance = ?)")
                .param(job.toString()).query(Boolean.class).single();
    }

}

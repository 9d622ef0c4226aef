package com.taskflow.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The mail server refuses connections for a while: nobody notices but the mails, which come later and once. */
@FullStackTest
class MailOutageIntegrationTests {

    private static final int PORT = freePort();

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
        registry.add("taskflow.jobs.retry.attempts", () -> 1000);
        registry.add("taskflow.jobs.retry.first-delay", () -> "50ms");
        registry.add("taskflow.jobs.retry.longest-delay", () -> "100ms");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @AfterEach
    void stopServer() {
        this.server.stop();
    }

    @Test
    void deliversEachMailOnceWhenTheServerIsBack(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc) {
        List<ApiUser> users = List.of(ApiUser.register(anonymous), ApiUser.register(anonymous));
        for (ApiUser user : users) {
            await().untilAsserted(() -> assertThat(failures(jdbc, user)).isGreaterThanOrEqualTo(2));
        }

        this.server.start();

        await().untilAsserted(() -> assertThat(users).allSatisfy((user) -> {
            assertThat(mailsTo(user)).isEqualTo(1);
            assertThat(waiting(jdbc, user)).isZero();
        }));
        assertThat(users).allSatisfy((user) -> assertThat(mailsTo(user)).isEqualTo(1));
    }

    private static int failures(JdbcClient jdbc, ApiUser user) {
        return jdbc.sql("""
                select coalesce(max(consecutive_failures), 0) from scheduled_tasks
                where task_name = 'mail' and convert_from(task_data, 'UTF8') like ?""")
                .param("%" + user.id() + "%").query(Integer.class).single();
    }

    private static long waiting(JdbcClient jdbc, ApiUser user) {
        return jdbc.sql("""
                select count(*) from scheduled_tasks
                where task_name = 'mail' and convert_from(task_data, 'UTF8') like ?""")
                .param("%" + user.id() + "%").query(Long.class).single();
    }

    private long mailsTo(ApiUser user) {
        return Arrays.stream(this.server.getReceivedMessages()).filter((mail) -> isTo(mail, user.email())).count();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            Address recipient = mail.getAllRecipients()[0];
            return recipient instanceof InternetAddress internet && internet.getAddress().equals(address);
        } catch (MessagingException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

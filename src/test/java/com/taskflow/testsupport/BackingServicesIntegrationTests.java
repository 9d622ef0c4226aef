package com.taskflow.testsupport;

import java.sql.SQLException;
import jakarta.mail.internet.MimeMessage;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@FullStackTest
class BackingServicesIntegrationTests {

    @Autowired
    JdbcClient app;

    @Autowired
    Flyway flyway;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JavaMailSender mailSender;

    @Autowired
    MailCatcher mailCatcher;

    @ParameterizedTest
    @ValueSource(strings = {"create table x (id int)", "create temporary table x (id int)", "create schema x",
        "drop schema public cascade"})
    void refusesDdlToTheServiceRole(String statement) {
        assertThatThrownBy(() -> app.sql(statement).update()).rootCause()
                .isInstanceOfSatisfying(SQLException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from flyway_schema_history", "update flyway_schema_history set checksum = 0",
        "insert into flyway_schema_history select * from flyway_schema_history"})
    void refusesTheServiceRoleToSayWhichMigrationsWereRun(String statement) {
        refusesDdlToTheServiceRole(statement);
    }

    @Test
    void letsTheServiceRoleUseWhatTheOwnerCreates() {
        JdbcClient owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        owner.sql("create table grant_probe (id int generated always as identity, name text)").update();
        try {
            app.sql("insert into grant_probe (name) values ('a')").update();

            assertThat(app.sql("select name from grant_probe").query(String.class).list()).containsExactly("a");
        } finally {
            owner.sql("drop table grant_probe").update();
        }
    }

    @Test
    void limitsHowLongTheServiceRoleMayWait() {
        assertThat(app.sql("show statement_timeout").query(String.class).single()).isEqualTo("1500ms");
        assertThat(app.sql("show lock_timeout").query(String.class).single()).isEqualTo("1s");
    }

    @Test
    void runsTheMajorVersionThatDataFoldersAreCheckedAgainst() {
        assertThat(app.sql("show server_version").query(String.class).single())
                .startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
    }

    @Test
    void answersFromRedis() {
        redis.opsForValue().set("backing-services-probe", "1");

        assertThat(redis.delete("backing-services-probe")).isTrue();
    }

    @Test
    void capturesBothPartsOfMailForEachRecipient() throws Exception {
        MimeMessage message = mailSender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("taskflow@example.com");
        helper.setTo(new String[]{"Ann@example.com", "bob@example.com"});
        helper.setSubject("Grüße");
        helper.setText("plain", "<b>rich</b>");

        mailSender.send(message);

        assertThat(mailCatcher.messagesTo("ann@EXAMPLE.com")).first().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.text()).isEqualTo("plain");
            assertThat(mail.html()).isEqualTo("<b>rich</b>");
        });
        assertThat(mailCatcher.messagesTo("bob@example.com")).hasSize(1);
    }

}

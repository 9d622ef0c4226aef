package com.taskflow.platform.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Old rows are deleted, yesterday is counted; and without an operations token nobody can write. */
@FullStackTest
class HousekeepingIntegrationTests {

    /** Far from anything that other tests write. */
    private static final LocalDate DAY = LocalDate.of(2001, 2, 3);

    private final MutableClock clock = MutableClock.at(DAY.plusDays(1).atTime(0, 15).toInstant(ZoneOffset.UTC));

    private final JdbcClient jdbc;

    private final Housekeeping housekeeping;

    HousekeepingIntegrationTests(@Autowired JdbcClient jdbc, @Autowired JobsDatabase database,
            @Autowired List<Purge> purges, @Autowired List<DailyCount> counts) {
        this.jdbc = jdbc;
        this.housekeeping = new Housekeeping(purges, counts, database, this.clock);
    }

    @Test
    void countsADayOnceHoweverOftenItRuns() {
        user(DAY.minusDays(1).atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
        user(DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        user(DAY.atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
        user(DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));

        this.housekeeping.countYesterday();
        this.housekeeping.countYesterday();

        assertThat(count("registrations")).isEqualTo(2);
        assertThat(count("sign_ins")).isZero();
        assertThat(count("tasks_created")).isZero();
        assertThat(count("tasks_completed")).isZero();
    }

    @Test
    void deletesOldRowsInChunksAndKeepsTheOthers() {
        Instant old = this.clock.instant().minusSeconds(366 * 86_400);
        UUID kept = event(this.clock.instant().minusSeconds(364 * 86_400));
        this.jdbc.sql("""
                insert into security_event (id, type, created_at)
                select gen_random_uuid(), 'old', ? from generate_series(1, 1201)""")
                .param(old.atOffset(ZoneOffset.UTC)).update();

        this.housekeeping.purge();

        assertThat(this.jdbc.sql("select count(*) from security_event where type = 'old'").query(Long.class).single())
                .isZero();
        assertThat(this.jdbc.sql("select count(*) from security_event where id = ?").param(kept).query(Long.class)
                .single()).isEqualTo(1);
    }

    @Test
    void writesNothingOnTheManagementPortWithoutATokenFile(@LocalManagementPort int port) {
        RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build().post()
                .uri("/actuator/deadletters/" + UUID.randomUUID()).header("Authorization", "Bearer ").exchange()
                .expectStatus().isForbidden().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/operations-disabled");
    }

    private void user(Instant createdAt) {
        UUID id = UUID.randomUUID();
        this.jdbc
                .sql("""
                        insert into users (id, email, email_key, name, time_zone, password_hash, version, created_at, updated_at)
                        values (:id, :email, :email, 'Somebody', 'UTC', 'none', 0, :at, :at)""")
                .param("id", id).param("email", id + "@example.org").param("at", createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private UUID event(Instant createdAt) {
        UUID id = UUID.randomUUID();
        this.jdbc.sql("insert into security_event (id, type, created_at) values (?, 'kept', ?)").param(id)
                .param(createdAt.atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    private long count(String name) {
        return this.jdbc.sql("select count from daily_counter where day = ? and name = ?").param(DAY).param(name)
                .query(Long.class).single();
    }

}

package com.taskflow.platform.persistence;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.time.Deadline;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A request that has waited for long waits for a silent database so much shorter. */
@FullStackTest
class DeadlineConnectionsIntegrationTests {

    /** Between what a late request waits and PostgreSQL's own statement timeout. */
    private static final String SILENCE = "select 1 from pg_sleep(1)";

    private final JdbcClient jdbc;

    DeadlineConnectionsIntegrationTests(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @AfterEach
    void clear() {
        Deadline.clear();
    }

    @Test
    void givesUpAtTheDeadline() {
        Deadline.set(Duration.ofMillis(600));

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> answer(SILENCE));
    }

    @Test
    void leavesTheDatabaseAMomentWhenTheDeadlineHasPassed() {
        Deadline.set(Duration.ZERO);

        assertThat(answer("select 1")).isEqualTo(1);
    }

    @Test
    void limitsOneRequestAndNotTheNextOnTheSameConnection() {
        Deadline.set(Duration.ZERO);
        answer("select 1");
        Deadline.clear();

        assertThat(answer(SILENCE)).isEqualTo(1);
    }

    private int answer(String statement) {
        return this.jdbc.sql(statement).query(Integer.class).single();
    }

}

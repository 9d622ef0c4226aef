package com.taskflow.platform.persistence;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A lock that was not had in time is a failure of its own kind, whichever API asked for it. */
@FullStackTest
class LockTimeoutsIntegrationTests {

    private final JdbcClient jdbc;

    LockTimeoutsIntegrationTests(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void tellsALockTimeoutFromAnUnknownFailure() {
        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.jdbc
                .sql("do $$ begin raise exception using errcode = '55P03', message = 'lock timeout'; end $$")
                .update());
    }

}

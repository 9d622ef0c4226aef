package com.taskflow.platform.persistence;

import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

@FullStackTest
class AppliedMigrationsIntegrationTests {

    private final DataSource service;

    private final DataSource owner;

    AppliedMigrationsIntegrationTests(@Autowired DataSource service, @Autowired Flyway flyway) {
        this.service = service;
        this.owner = flyway.getConfiguration().getDataSource();
    }

    @Test
    void findsThemCompleteInTheDatabaseThatWasSetUp() {
        assertThat(new AppliedMigrations(this.service).areComplete()).isTrue();
    }

    @Test
    void findsThemCompleteWhenTheDatabaseIsNewer() throws SQLException {
        withHistory(
                "select * from public.flyway_schema_history union all select 9999, '9999', 'x', 'SQL', 'V9999__x.sql', "
                        + "0, 'x', now(), 0, true",
                (newer) -> assertThat(newer.areComplete()).isTrue());
    }

    @Test
    void missesOneThatWasNotAppliedOrFailed() throws SQLException {
        withHistory("select * from public.flyway_schema_history where version <> '0005'",
                (older) -> assertThat(older.areComplete()).isFalse());
        withHistory("select installed_rank, version, description, type, script, checksum, installed_by, installed_on, "
                + "execution_time, version <> '0005' as success from public.flyway_schema_history",
                (failed) -> assertThat(failed.areComplete()).isFalse());
    }

    @Test
    void cannotTellWithoutAHistory() throws SQLException {
        withHistory(null, (empty) -> assertThat(empty.areComplete()).isFalse());
    }

    private void withHistory(@Nullable String select, Consumer<AppliedMigrations> check) throws SQLException {
        SingleConnectionDataSource session = new SingleConnectionDataSource(this.owner.getConnection(), true);
        try (session) {
            JdbcClient jdbc = JdbcClient.create(session);
            jdbc.sql("create temporary table unrelated (id int)").update();
            jdbc.sql("set search_path = pg_temp").update();
            if (select != null) {
                jdbc.sql("create temporary table flyway_schema_history as " + select).update();
            }
            check.accept(new AppliedMigrations(session));
        }
    }

}

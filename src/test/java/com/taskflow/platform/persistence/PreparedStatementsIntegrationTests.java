package com.taskflow.platform.persistence;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the driver leaves prepared statements on the server is a matter of the address alone: a PgBouncer before 1.21
 * loses them between transactions, and there must be none.
 */
@FullStackTest
class PreparedStatementsIntegrationTests {

    /** The driver prepares what was run five times. */
    private static final int OFTEN = 10;

    private final JdbcConnectionDetails database;

    PreparedStatementsIntegrationTests(@Autowired JdbcConnectionDetails database) {
        this.database = database;
    }

    @Test
    void preparesWhatIsRunOften() {
        assertThat(preparedOnTheServer("")).isPositive();
    }

    @Test
    void preparesNothingWhenTheAddressSaysSo() {
        assertThat(preparedOnTheServer("prepareThreshold=0")).isZero();
    }

    private long preparedOnTheServer(String parameter) {
        String url = this.database.getJdbcUrl();
        long[] prepared = new long[1];
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + url + (url.contains("?") ? "&" : "?") + parameter,
                        "spring.datasource.username=" + this.database.getUsername(),
                        "spring.datasource.password=" + this.database.getPassword(),
                        "spring.datasource.hikari.maximum-pool-size=1")
                .run((context) -> prepared[0] = runOften(JdbcClient.create(context.getBean(DataSource.class))));
        return prepared[0];
    }

    private static long runOften(JdbcClient jdbc) {
        for (int i = 0; i < OFTEN; i++) {
            assertThat(jdbc.sql("select cast(? as integer)").param(i).query(Integer.class).single()).isEqualTo(i);
        }
        return jdbc.sql("select count(*) from pg_prepared_statements where not from_sql").query(Long.class).single();
    }

}

package com.taskflow.platform.jobs;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs' own connections to the primary: few, patient ones, that no request waits for. The scheduler's table and bulk
 * work are reached through them; what belongs to a transaction of the service is not, {@link Jobs} for one. Every
 * statement commits by itself.
 */
@Component
public class JobsDatabase implements DisposableBean {

    /** As many rows as one transaction of bulk work may touch. */
    public static final int CHUNK = 500;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Times in seconds: this side's bounds, for a server that cannot enforce its own. */
    private static final Map<String, String> CONNECTION = Map.of("connectTimeout", "1", "loginTimeout", "2",
            "socketTimeout", "60", "tcpKeepAlive", "true", "logServerErrorDetail", "false", "ApplicationName",
            "taskflow-jobs");

    private final HikariDataSource pool = new HikariDataSource();

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    JobsDatabase(JdbcConnectionDetails server, JobsProperties properties, MeterRegistry metrics) {
        JobsProperties.Database own = properties.database();
        boolean hasOwnRole = own.username() != null;
        this.pool.setJdbcUrl(server.getJdbcUrl());
        this.pool.setUsername(hasOwnRole ? own.username() : server.getUsername());
        this.pool.setPassword(hasOwnRole ? own.password() : server.getPassword());
        this.pool.setPoolName("jobs");
        this.pool.setMaximumPoolSize(own.poolSize());
        this.pool.setMinimumIdle(1);
        this.pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
        this.pool.setMetricRegistry(metrics);
        CONNECTION.forEach(this.pool::addDataSourceProperty);
        this.jdbc = JdbcClient.create(this.pool);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(this.pool));
    }

    public JdbcClient jdbc() {
        return this.jdbc;
    }

    /**
     * Deletes the rows of a table for which a condition holds, {@link #CHUNK} at a time.
     * @param condition SQL of the service's own making, with named parameters
     * @return how many were deleted
     */
    public long deleteInChunks(String table, String condition, Map<String, ?> parameters) {
        String chunk = "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s limit %3$d))"
                .formatted(table, condition, CHUNK);
        long total = 0;
        int deleted;
        do {
            deleted = this.jdbc.sql(chunk).params(parameters).update();
            total += deleted;
        } while (deleted == CHUNK);
        return total;
    }

    DataSource dataSource() {
        return this.pool;
    }

    TransactionTemplate transaction() {
        return this.transaction;
    }

    @Override
    public void destroy() {
        this.pool.close();
    }

}

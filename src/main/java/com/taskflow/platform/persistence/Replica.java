package com.taskflow.platform.persistence;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The replica's own pool, and whether it is used: not before {@link ReplicaWatch} found it near enough, and not after it
 * failed until it is found so again. {@code taskflow.replica.usable} is 1 or 0.
 */
class Replica implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Replica.class);

    /** Shorter than for the primary, which is asked when this one does not answer. Times in seconds. */
    private static final Map<String, String> CONNECTION = Map.of("connectTimeout", "1", "loginTimeout", "1",
            "socketTimeout", "1", "tcpKeepAlive", "true", "logServerErrorDetail", "false", "ApplicationName",
            "taskflow-replica");

    private static final long LONGEST_WAIT_MILLIS = 250;

    private final HikariDataSource pool = new HikariDataSource();

    private final JdbcClient jdbc;

    private volatile boolean usable;

    Replica(ReplicaProperties properties, JdbcConnectionDetails primary, MeterRegistry metrics) {
        this.pool.setJdbcUrl(properties.url());
        this.pool.setUsername((properties.username() != null) ? properties.username() : primary.getUsername());
        this.pool.setPassword((properties.password() != null) ? properties.password() : primary.getPassword());
        this.pool.setPoolName("replica");
        this.pool.setMaximumPoolSize(properties.poolSize());
        this.pool.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        this.pool.setValidationTimeout(LONGEST_WAIT_MILLIS);
        // The service starts without its replica.
        this.pool.setInitializationFailTimeout(-1);
        this.pool.setMetricRegistry(metrics);
        CONNECTION.forEach(this.pool::addDataSourceProperty);
        this.jdbc = JdbcClient.create(this.pool);
        metrics.gauge("taskflow.replica.usable", this, (replica) -> replica.usable ? 1 : 0);
    }

    JdbcClient jdbc() {
        return this.jdbc;
    }

    boolean isUsable() {
        return this.usable;
    }

    void use() {
        if (!this.usable) {
            log.info("Lists are read from the replica");
            this.usable = true;
        }
    }

    void leave(String why) {
        if (this.usable) {
            log.warn("Everything is read from the primary: {}", why);
            this.usable = false;
        }
    }

    @Override
    public void destroy() {
        this.pool.close();
    }

}

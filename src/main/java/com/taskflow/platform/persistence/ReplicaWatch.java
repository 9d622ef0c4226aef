package com.taskflow.platform.persistence;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a heartbeat to the primary once a second and looks how old the one is that the replica has. Both times are the
 * primary's, so that no two clocks have to agree. While the primary is away the replica stays as it was found last.
 * {@code taskflow.replica.lag} is what was seen, in seconds, and not a number while the replica does not answer.
 */
class ReplicaWatch implements InitializingBean, DisposableBean {

    private static final String BEAT = "update replication_heartbeat set beat_at = clock_timestamp() returning beat_at";

    private static final String LAST_SEEN = "select beat_at from replication_heartbeat";

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("replica-watch").factory());

    private final Replica replica;

    private final JdbcClient primary;

    private final Duration longestLag;

    private volatile double lagSeconds = Double.NaN;

    ReplicaWatch(Replica replica, JdbcClient primary, Duration longestLag, MeterRegistry metrics) {
        this.replica = replica;
        this.primary = primary;
        this.longestLag = longestLag;
        Gauge.builder("taskflow.replica.lag", this, (watch) -> watch.lagSeconds).baseUnit("seconds")
                .register(metrics);
    }

    @Override
    public void afterPropertiesSet() {
        Future<?> _ = this.thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            OffsetDateTime now = this.primary.sql(BEAT).query(OffsetDateTime.class).single();
            compare(now);
        } catch (DataAccessException ex) {
            // The primary's absence has its own alarms; a list can still be read.
        }
    }

    private void compare(OffsetDateTime now) {
        try {
            OffsetDateTime seen = this.replica.jdbc().sql(LAST_SEEN).query(OffsetDateTime.class).single();
            Duration lag = Duration.between(seen, now);
            this.lagSeconds = lag.toMillis() / 1000.0;
            if (lag.compareTo(this.longestLag) > 0) {
                this.replica.leave("the replica is " + lag.toSeconds() + " s behind");
            } else {
                this.replica.use();
            }
        } catch (DataAccessException ex) {
            this.lagSeconds = Double.NaN;
            this.replica.leave("the replica does not answer");
        }
    }

    @Override
    public void destroy() {
        this.thread.shutdownNow();
    }

}

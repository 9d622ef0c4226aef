package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Measures the queue every few seconds, and not when somebody asks: a scrape must not wait for a database that does not
 * answer. {@code taskflow.jobs.queue.age} is how many seconds the longest waiting job is overdue,
 * {@code taskflow.jobs.queue.due} how many wait, {@code taskflow.jobs.dead} how many failed for good. They are the same
 * on every replica, and NaN where the database was not reached. What was done is counted by db-scheduler's own meters.
 */
class QueueMetrics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QueueMetrics.class);

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private static final Sample UNKNOWN = new Sample(Double.NaN, Double.NaN, Double.NaN);

    private final JobsDatabase database;

    private final Clock clock;

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("queue-metrics").factory());

    private volatile Sample latest = UNKNOWN;

    private volatile @Nullable ScheduledFuture<?> sampling;

    QueueMetrics(JobsDatabase database, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("taskflow.jobs.queue.age", () -> this.latest.age()).baseUnit("seconds").register(registry);
        Gauge.builder("taskflow.jobs.queue.due", () -> this.latest.due()).register(registry);
        Gauge.builder("taskflow.jobs.dead", () -> this.latest.dead()).register(registry);
    }

    void sample() {
        try {
            OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
            this.latest = this.database.jdbc()
                    .sql("""
                            select count(*) as due, coalesce(extract(epoch from :now - min(execution_time)), 0) as age,
                                (select count(*) from dead_letter) as dead
                            from scheduled_tasks where not picked and execution_time <= :now""")
                    .param("now", now)
                    .query((row, _) -> new Sample(row.getDouble("age"), row.getDouble("due"), row.getDouble("dead")))
                    .single();
        } catch (RuntimeException ex) {
            this.latest = UNKNOWN;
            log.debug("The queue could not be measured", ex);
        }
    }

    @Override
    public void start() {
        this.sampling = this.thread.scheduleWithFixedDelay(this::sample, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledFuture<?> running = this.sampling;
        if (running != null) {
            running.cancel(false);
            this.sampling = null;
        }
    }

    @Override
    public boolean isRunning() {
        return this.sampling != null;
    }

    /** The queue at one moment. */
    private record Sample(double age, double due, double dead) {

    }

}

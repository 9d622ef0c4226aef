package com.taskflow.platform.jobs;

import java.util.List;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Makes the scheduler of a {@link JobLane}: like the one of all other jobs, but for its view and its threads. */
class LaneSchedulers {

    /** Taken ahead for each thread, so that none waits for the next poll; as many wait for another when a replica dies. */
    private static final int MOST_TAKEN = 3;

    private final Environment environment;

    private final DbSchedulerCustomizer customizer;

    private final JobsDatabase database;

    private final Clock clock;

    private final MeterRegistry metrics;

    LaneSchedulers(Environment environment, DbSchedulerCustomizer customizer, JobsDatabase database, Clock clock,
            MeterRegistry metrics) {
        this.environment = environment;
        this.customizer = customizer;
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    Scheduler create(JobLane lane) {
        DbSchedulerProperties settings = Binder.get(this.environment)
                .bindOrCreate("db-scheduler", DbSchedulerProperties.class);
        settings.setTableName(lane.view());
        settings.setThreads(lane.threads());
        settings.setPollingStrategyLowerLimitFractionOfThreads(1);
        settings.setPollingStrategyUpperLimitFractionOfThreads(MOST_TAKEN);
        return DbSchedulerConfigurationSupport.buildScheduler(settings, this.customizer,
                new MicrometerStatsRegistry(this.metrics, List.of(lane.task())), this.clock,
                this.database.dataSource(), List.of(lane.task()), List.of(), List.of());
    }

}

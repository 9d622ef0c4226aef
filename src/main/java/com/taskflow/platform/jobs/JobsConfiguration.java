package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets the scheduler up: who queues and who executes write the same JSON, each through connections of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobsProperties.class)
class JobsConfiguration {

    @Bean
    Serializer jobSerializer() {
        return new Jackson3Serializer();
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock jobClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    DbSchedulerCustomizer schedulerCustomizer(Serializer serializer, JobsDatabase database) {
        return new DbSchedulerCustomizer() {

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(serializer);
            }

            @Override
            public Optional<DataSource> dataSource() {
                return Optional.of(database.dataSource());
            }

            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return Optional.of(new PostgreSqlJdbcCustomization(false, false));
            }

        };
    }

    @Bean
    Task<Void> purgeJob(JobFactory jobs, Housekeeping housekeeping) {
        return jobs.recurring("purge", FixedDelay.ofHours(1), housekeeping::purge);
    }

    @Bean
    Task<Void> dailyCountJob(JobFactory jobs, Housekeeping housekeeping) {
        return jobs.recurring("daily-count", Schedules.daily(ZoneOffset.UTC, LocalTime.of(0, 15)),
                housekeeping::countYesterday);
    }

    @Bean
    Purge idempotencyKeyPurge() {
        return new Purge("idempotency_key", "created_at", Duration.ofDays(2));
    }

    @Bean
    Purge deadLetterPurge() {
        return new Purge("dead_letter", "failed_at", Duration.ofDays(90));
    }

    /** What only replicas need that do jobs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "taskflow.jobs.enabled", matchIfMissing = true)
    static class Execution {

        @Bean
        LaneSchedulers laneSchedulers(Environment environment, DbSchedulerCustomizer customizer, JobsDatabase database,
                com.github.kagkarlsson.scheduler.Clock clock, MeterRegistry metrics) {
            return new LaneSchedulers(environment, customizer, database, clock, metrics);
        }

        @Bean
        JobExecution jobExecution(Scheduler others, List<JobLane> lanes, LaneSchedulers schedulers) {
            return new JobExecution(Stream.concat(Stream.of(others), lanes.stream().map(schedulers::create)).toList());
        }

        @Bean
        QueueMetrics queueMetrics(JobsDatabase database, Clock clock, MeterRegistry registry) {
            return new QueueMetrics(database, clock, registry);
        }

    }

}

package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Identifiers;

/** Queues work, inside the caller's transaction: it is done if and only if that commits. */
@Component
public class Jobs {

    private final SchedulerClient client;

    private final Clock clock;

    Jobs(DataSource dataSource, Serializer serializer, Clock clock) {
        // Sees the caller's connection. The pool commits by itself otherwise, which the client relies on.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .serializer(serializer).jdbcCustomization(new PostgreSqlJdbcCustomization(false, false)).build();
        this.clock = clock;
    }

    /** @return the job's id, as its handler gets it */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> UUID enqueue(JobType<T> type, T payload) {
        return enqueueAfter(Duration.ZERO, type, payload);
    }

    /** @return the id of a job that is not begun before the delay is over */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> UUID enqueueAfter(Duration delay, JobType<T> type, T payload) {
        UUID id = Identifiers.next();
        schedule(id, delay, type, payload);
        return id;
    }

    /**
     * Queues a job that another one orders, unless it is queued already: that one may be done twice, and then gives the
     * same id, by which the handler knows what it has done before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> void enqueueOnce(UUID id, JobType<T> type, T payload) {
        schedule(id, Duration.ZERO, type, payload);
    }

    private <T> void schedule(UUID id, Duration delay, JobType<T> type, T payload) {
        this.client.scheduleIfNotExists(new TaskInstance<>(type.name(), id.toString(), payload),
                this.clock.instant().plus(delay));
    }

}

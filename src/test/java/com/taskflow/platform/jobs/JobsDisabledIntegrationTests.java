package com.taskflow.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A replica that leaves jobs to others: it queues them all the same. */
@FullStackTest
@TestPropertySource(properties = "taskflow.jobs.enabled=false")
class JobsDisabledIntegrationTests {

    @Test
    void queuesJobsAndDoesNone(@Autowired Jobs jobs, @Autowired ObjectProvider<Scheduler> scheduler,
            @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        JobType<String> type = new JobType<>("of-another-replica", String.class);

        transaction.executeWithoutResult((status) -> {
            String id = jobs.enqueue(type, "payload").toString();
            assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?").param(id)
                    .query(Long.class).single()).isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(scheduler.getIfAvailable()).isNull();
    }

}

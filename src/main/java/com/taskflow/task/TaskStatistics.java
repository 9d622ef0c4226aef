package com.taskflow.task;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import com.taskflow.platform.jobs.JobsDatabase;

/**
 * Lets PostgreSQL look at the tasks that the first import brings, and does not wait for autovacuum, which comes by once a
 * minute. The plans that connections have made for an empty table, and keep until then, pass all of the owner's tasks for
 * every chunk, and for every parent: an import of 50,000 took minutes.
 */
@Component
class TaskStatistics {

    /** Whoever has seen this many has plans that go by the primary key. */
    private static final int ENOUGH = JobsDatabase.CHUNK;

    private final JobsDatabase database;

    TaskStatistics(JobsDatabase database) {
        this.database = database;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(TasksImported event) {
        this.database.jdbc().sql("""
                select analyze_tasks() is null from pg_class where oid = 'task'::regclass and reltuples < :enough""")
                .param("enough", ENOUGH).query(Boolean.class).list();
    }

}

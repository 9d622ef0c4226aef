package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import org.springframework.stereotype.Component;

import com.taskflow.platform.persistence.Instants;

/** Jobs that failed for good: out of the queue, kept for an operator to send back into it. */
@Component
class DeadLetters {

    private static final int MOST_LISTED = 200;

    private final JobsDatabase database;

    private final Clock clock;

    DeadLetters(JobsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Moves the job from the queue to the dead letters, both or neither. */
    void bury(Execution execution, int attempts, String error, ExecutionOperations<?> queue) {
        this.database.transaction().executeWithoutResult((_) -> {
            this.database.jdbc()
                    .sql("""
                            insert into dead_letter (id, job, payload, attempts, error, failed_at)
                            select task_instance::uuid, task_name, convert_from(task_data, 'UTF8')::json, :attempts, :error, :now
                            from scheduled_tasks where task_name = :job and task_instance = :id""")
                    .param("job", execution.getTaskName()).param("id", execution.getId()).param("attempts", attempts)
                    .param("error", error).param("now", now()).update();
            queue.remove();
        });
    }

    /** The newest ones. */
    List<DeadLetter> list() {
        return this.database.jdbc()
                .sql("""
                        select id, job, attempts, error, failed_at from dead_letter order by failed_at desc, id desc limit :most""")
                .param("most", MOST_LISTED)
                .query((row, _) -> new DeadLetter(row.getObject("id", UUID.class), row.getString("job"),
                        row.getInt("attempts"), row.getString("error"),
                        Instants.required(row, "failed_at")))
                .list();
    }

    /** Puts it back into the queue, to be done at once and with all its attempts. */
    boolean retry(UUID id) {
        return this.database.jdbc()
                .sql("""
                        with letter as (delete from dead_letter where id = :id returning job, id, payload)
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        select job, id::text, convert_to(payload::text, 'UTF8'), :now, false, 1 from letter""")
                .param("id", id).param("now", now()).update() > 0;
    }

    private OffsetDateTime now() {
        return this.clock.instant().atOffset(ZoneOffset.UTC);
    }

}

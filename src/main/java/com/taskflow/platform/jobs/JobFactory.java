package com.taskflow.platform.jobs;

import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.springframework.stereotype.Component;

/** Makes the {@link Task} beans through which features say who does their jobs. */
@Component
public class JobFactory {

    private final JobFailures failures;

    JobFactory(JobFailures failures) {
        this.failures = failures;
    }

    /** Work that is queued by {@link Jobs#enqueue}; retried when it fails, at last a dead letter. */
    public <T> Task<T> queued(JobType<T> type, JobHandler<T> handler) {
        return Tasks.oneTime(type.name(), type.payload()).onFailure(this.failures.retryThenBury())
                .execute((job, context) -> run(handler, UUID.fromString(job.getId()), job.getData()));
    }

    /** Work that is due again and again, on one replica at a time; when it fails it waits for its next time. */
    public Task<Void> recurring(String name, Schedule schedule, Runnable work) {
        return Tasks.recurring(name, schedule).onFailure(this.failures.waitForNext(schedule))
                .execute((job, context) -> work.run());
    }

    private static <T> void run(JobHandler<T> handler, UUID id, T payload) {
        try {
            handler.handle(id, payload);
        } catch (RuntimeException ex) {
            throw ex;
        } catch (Exception ex) {
            throw new JobFailedException(ex);
        }
    }

    /** Carries a checked exception to where failures are dealt with. */
    static final class JobFailedException extends RuntimeException {

        JobFailedException(Exception cause) {
            super(cause);
        }

    }

}

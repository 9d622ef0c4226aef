package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens to a job that failed. The wait doubles from attempt to attempt, with up to a fifth more by chance, so
 * that what failed together does not come back together.
 */
@Component
class JobFailures {

    private static final Logger log = LoggerFactory.getLogger(JobFailures.class);

    private static final int LONGEST_SHIFT = 30;

    private static final int JITTER_DIVISOR = 5;

    private final DeadLetters deadLetters;

    private final JobsProperties.Retry retry;

    private final Clock clock;

    JobFailures(DeadLetters deadLetters, JobsProperties properties, Clock clock) {
        this.deadLetters = deadLetters;
        this.retry = properties.retry();
        this.clock = clock;
    }

    <T> FailureHandler<T> retryThenBury() {
        return (failed, operations) -> {
            int attempts = failed.getExecution().consecutiveFailures + 1;
            String error = describe(failed);
            if (attempts >= this.retry.attempts()) {
                log.error("Job {} failed for good after {} attempts: {}", name(failed), attempts, error);
                this.deadLetters.bury(failed.getExecution(), attempts, error, operations);
            } else {
                log.warn("Job {} failed, attempt {}: {}", name(failed), attempts, error);
                reschedule(failed, operations, attempts);
            }
        };
    }

    <T> FailureHandler<T> waitForNext(Schedule schedule) {
        FailureHandler<T> next = new FailureHandler.OnFailureReschedule<>(schedule);
        return (failed, operations) -> {
            log.error("Recurring job {} failed: {}", name(failed), describe(failed));
            next.onFailure(failed, operations);
        };
    }

    private <T> void reschedule(ExecutionComplete failed, ExecutionOperations<T> operations, int attempts) {
        operations.reschedule(failed, this.clock.instant().plus(delayAfter(attempts)));
    }

    Duration delayAfter(int attempts) {
        Duration doubled = this.retry.firstDelay().multipliedBy(1L << Math.min(attempts - 1, LONGEST_SHIFT));
        Duration delay = (doubled.compareTo(this.retry.longestDelay()) < 0) ? doubled : this.retry.longestDelay();
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / JITTER_DIVISOR + 1));
    }

    private static String name(ExecutionComplete failed) {
        return failed.getExecution().taskInstance.getTaskAndInstance();
    }

    private static String describe(ExecutionComplete failed) {
        return failed.getCause().map(JobFailures::unwrap).map(JobFailures::describe).orElse("unknown");
    }

    private static Throwable unwrap(Throwable failure) {
        return (failure instanceof JobFactory.JobFailedException && failure.getCause() != null)
                ? failure.getCause()
                : failure;
    }

    /** The kinds of exceptions and the place, without their messages: mail servers put addresses into those. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " < ").append(cause.getClass().getSimpleName());
        }
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("com.taskflow.")) {
                return text.append(" at ").append(frame.getFileName()).append(':').append(frame.getLineNumber())
                        .toString();
            }
        }
        return text.toString();
    }

}

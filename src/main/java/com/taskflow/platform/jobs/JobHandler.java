package com.taskflow.platform.jobs;

import java.util.UUID;

/**
 * Does one job. Called at least once for each, and once more for each time that a replica dies between the work and its
 * end: doing it twice must do no more than doing it once.
 */
@FunctionalInterface
public interface JobHandler<T> {

    /**
     * @param id the same for every attempt
     * @throws Exception any kind: the job is tried again later, in the end it becomes a dead letter
     */
    void handle(UUID id, T payload) throws Exception;

}

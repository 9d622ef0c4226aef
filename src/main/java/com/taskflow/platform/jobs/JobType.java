package com.taskflow.platform.jobs;

/**
 * A kind of work that can be queued.
 *
 * @param name stands in the queue and in metrics; a job whose name no replica knows waits for one that does
 * @param payload a record, kept as JSON; while an old and a new version of the service run side by side each reads what
 * the other wrote, so components may be added but not renamed
 */
public record JobType<T>(String name, Class<T> payload) {

}

package com.taskflow.platform.jobs;

import com.github.kagkarlsson.scheduler.task.Task;

/**
 * Jobs of one kind that have threads of their own on every replica, since they wait for a server that is not ours: when it
 * hangs, so do they, and nothing else. A bean of this kind is what it takes, and a view of the queue: the other jobs' view,
 * {@code other_jobs}, must leave them out.
 *
 * @param view an updatable view of {@code scheduled_tasks} with the jobs of this kind and no others
 * @param threads how many are done at a time
 */
public record JobLane(String view, int threads, Task<?> task) {

}

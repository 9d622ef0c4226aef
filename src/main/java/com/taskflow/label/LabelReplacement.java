package com.taskflow.label;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.task.TaskLabels;
import com.taskflow.task.Written;

/**
 * Gives all tasks with a label another one, or none. What one operation may change is changed at once; when there is more,
 * a job goes on in operations of that size, and the owner's other writes get their turn in between.
 */
@Component
class LabelReplacement {

    static final JobType<Request> JOB = new JobType<>("label-replacement", Request.class);

    private final TaskLabels tasks;

    private final Jobs jobs;

    LabelReplacement(TaskLabels tasks, Jobs jobs) {
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /**
     * Which label of whose tasks becomes which.
     *
     * @param replacement null for none
     * @param since the change number it began with: who chooses the label after that means another one of the same name;
     * null in what a release without it has queued
     */
    record Request(UUID userId, String label, @Nullable String replacement, @Nullable Long since) {

    }

    /** Comes before the label is locked: whoever writes tasks locks them first and labels after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(CurrentUser actor) {
        this.tasks.lock(actor.id());
    }

    /** @return the operation that changed the first of them, null when no task has the label */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable UUID begin(CurrentUser actor, String label, @Nullable String replacement) {
        Written<Optional<Long>> first = this.tasks.replaceSome(actor, label, replacement);
        first.value().ifPresent(
                (since) -> this.jobs.enqueue(JOB, new Request(actor.id(), label, replacement, since)));
        return first.operationId();
    }

    /** Begun again, it goes on with the tasks that have the label still. */
    void finish(Request request) {
        long since = (request.since() != null) ? request.since() : Long.MAX_VALUE;
        boolean more;
        do {
            more = this.tasks.replaceSome(request.userId(), request.label(), request.replacement(), since);
        } while (more);
    }

}

package com.taskflow.task;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.jobs.JobsDatabase;
import com.taskflow.platform.security.CurrentUser;

/** The labels of all of an owner's tasks, those in the trash too. */
@Component
public class TaskLabels {

    private final TaskOperations operations;

    private final ChangeCounter counter;

    TaskLabels(TaskOperations operations, ChangeCounter counter) {
        this.operations = operations;
        this.counter = counter;
    }

    /** Lets no other write of the owner's tasks begin before the caller's transaction ends: the first lock it takes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID owner) {
        this.counter.lock(owner);
    }

    /**
     * Gives tasks with a label another one in its place, in one operation of at most 500 tasks.
     * @param replacement null for none
     * @return the change number it began with, when there may be more of them
     */
    public Written<Optional<Long>> replaceSome(CurrentUser actor, String label, @Nullable String replacement) {
        return this.operations.write(actor, (operation) -> replace(operation, label, replacement, operation.seq())
                ? Optional.of(operation.seq())
                : Optional.<Long>empty(), (since) -> since);
    }

    /**
     * The same where nobody asks for it just now.
     * @param since the change number from which on labels that somebody chooses are left alone
     * @return whether there may be more of them
     */
    public boolean replaceSome(UUID owner, String label, @Nullable String replacement, long since) {
        return this.operations.write(owner, null, (operation) -> replace(operation, label, replacement, since),
                (more) -> more).value();
    }

    private static boolean replace(TaskOperation operation, String label, @Nullable String replacement, long since) {
        List<Task> tasks = operation.labelled(label, since, JobsDatabase.CHUNK);
        tasks.forEach((task) -> task.label(replace(task.labels(), label, replacement)));
        return tasks.size() == JobsDatabase.CHUNK;
    }

    private static List<String> replace(List<String> labels, String label, @Nullable String replacement) {
        return labels.stream().flatMap((each) -> each.equals(label) ? Stream.ofNullable(replacement) : Stream.of(each))
                .filter(Objects::nonNull).toList();
    }

}

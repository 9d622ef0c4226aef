package com.taskflow.task;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.PreconditionException;

/** Starts series, and moves tasks on from one occurrence to the next. */
@Component
class TaskRecurrences {

    private final OccurrenceLog log;

    TaskRecurrences(OccurrenceLog log) {
        this.log = log;
    }

    /** A new task's series, which starts with its due date. */
    static void start(Task task, RecurrenceRequest request) {
        task.recur(Recurrence.start(request.rule(), from(request), required(task.due()), 1));
    }

    /**
     * The series after a patch. It starts anew at the due date when the rule changes or the due date comes with it;
     * without a due date there is none.
     * @param due when the task is due after the patch
     * @throws ConflictException {@code occurrence-mismatch} when the patch names an occurrence of a task that has none
     */
    @Nullable
    Recurrence updated(Task task, UpdateTaskRequest patch, @Nullable Due due) {
        requireNoOccurrence(patch);
        Recurrence old = task.recurrence();
        if (!patch.recurrence().isPresent()) {
            return (due != null) ? old : null;
        }
        RecurrencePatch changes = patch.recurrence().get();
        if (changes == null) {
            return null;
        }
        RecurrenceRequest wanted = changes.applyTo(old);
        Due anchor = required(due);
        if (old != null && old.rule().equals(wanted.rule()) && old.from() == wanted.from()
                && anchor.equals(task.due())) {
            return old;
        }
        int number = (old != null) ? old.number() : this.log.nextNumber(task.userId(), task.id());
        return Recurrence.start(wanted.rule(), from(wanted), anchor, number);
    }

    private static void requireNoOccurrence(UpdateTaskRequest patch) {
        if (patch.occurrence().isPresent()) {
            OccurrenceName.parse(patch.occurrence().get());
            if (patch.status().orElse(null) != TaskStatus.DONE) {
                throw InvalidException.field("occurrence", "invalid", "goes with the status done");
            }
            throw ConflictException.of("occurrence-mismatch", "The task does not come again.");
        }
    }

    private static RecurrenceFrom from(RecurrenceRequest request) {
        return (request.from() != null) ? request.from() : RecurrenceFrom.SCHEDULE;
    }

    private static Due required(@Nullable Due due) {
        if (due == null) {
            throw InvalidException.field("recurrence", "invalid", "needs a due date to start from");
        }
        return due;
    }

    /**
     * Ends the task's current occurrence and moves it to the next one; after the last the task is done. What was ended
     * before stays as it is.
     * @param name which occurrence is meant, null for the current one
     * @param guarded whether the request says otherwise which state of the task it is about
     * @throws PreconditionException 428 when the request could be a repeat and would end another occurrence
     * @throws ConflictException {@code occurrence-mismatch} when the task is at another one
     */
    void end(TaskOperation operation, Task task, OccurrenceStatus how, @Nullable OccurrenceName name,
            boolean guarded) {
        if (name == null && !guarded) {
            throw PreconditionException.required("The task comes again: say which occurrence is meant by"
                    + " \"occurrence\", or which version of the task by If-Match.");
        }
        Recurrence recurrence = task.recurrence();
        Due due = task.due();
        if (recurrence == null || due == null) {
            throw ConflictException.of("occurrence-mismatch", "The task does not come again.");
        }
        ZoneId zone = operation.zone();
        if (task.status() != TaskStatus.DONE && (name == null || name.isCurrent(recurrence, due, zone))) {
            advance(operation, task, recurrence, due, how, zone);
        } else if (name != null && !isBehind(task, name.dateIn(recurrence.anchor(), zone))) {
            throw ConflictException.of("occurrence-mismatch",
                    "The task is at its occurrence of %s.".formatted(recurrence.occurrence()));
        }
    }

    private boolean isBehind(Task task, LocalDate date) {
        return !this.log.between(task, date, date).isEmpty();
    }

    private void advance(TaskOperation operation, Task task, Recurrence recurrence, Due due, OccurrenceStatus how,
            ZoneId zone) {
        this.log.put(task, recurrence, how, operation.at());
        ZoneId place = (due.timeZone() != null) ? ZoneId.of(due.timeZone()) : zone;
        LocalDate today = LocalDate.ofInstant(operation.at(), place);
        Optional<Due> next = recurrence.next(due.date(), today, zone);
        next.ifPresentOrElse((occurrence) -> task.advance(occurrence, recurrence.advanceTo(occurrence.date()), zone),
                () -> task.moveTo(TaskStatus.DONE, operation.at()));
    }

}

package com.taskflow.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;
import com.taskflow.user.UserService;

/** The occurrences of tasks that come again: what was, is and will be, and skipping one. */
@Service
class OccurrenceService {

    private final TaskRepository tasks;

    private final TaskOperations operations;

    private final TaskRecurrences recurrences;

    private final OccurrenceLog log;

    private final UserService users;

    private final Clock clock;

    OccurrenceService(TaskRepository tasks, TaskOperations operations, TaskRecurrences recurrences,
            OccurrenceLog log, UserService users, Clock clock) {
        this.tasks = tasks;
        this.operations = operations;
        this.recurrences = recurrences;
        this.log = log;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Moves the task to its next occurrence without this one having been done.
     * @param occurrence which one is meant, null for the current one
     */
    Written<TaskResponse> skip(CurrentUser actor, UUID id, @Nullable String occurrence, IfMatch condition) {
        OccurrenceName name = (occurrence != null) ? OccurrenceName.parse(occurrence) : null;
        return this.operations.write(actor, (operation) -> {
            Task task = operation.live(id);
            condition.check(task.entityTag());
            this.recurrences.end(operation, task, OccurrenceStatus.SKIPPED, name, condition.isPresent());
            return task;
        }, Task::toResponse);
    }

    @Transactional(readOnly = true)
    OccurrenceList list(CurrentUser actor, UUID id, ListOccurrencesRequest request) {
        Task task = this.tasks.findByUserIdAndIdAndDeletedAtIsNull(actor.id(), id)
                .orElseThrow(() -> NotFoundException.of("task", id));
        ZoneId zone = this.users.timeZone(actor.id());
        LocalDate first = request.first(LocalDate.ofInstant(this.clock.instant(), zone));
        LocalDate last = request.last(first);
        List<OccurrenceList.Item> items = new ArrayList<>(behind(task, first, last, zone));
        ahead(task, first, last, zone).limit(request.size() + 1L).forEach(items::add);
        return page(items, request.size());
    }

    private static OccurrenceList page(List<OccurrenceList.Item> items, int size) {
        return (items.size() <= size)
                ? new OccurrenceList(items, null)
                : new OccurrenceList(List.copyOf(items.subList(0, size)), items.get(size).date());
    }

    private List<OccurrenceList.Item> behind(Task task, LocalDate first, LocalDate last, ZoneId zone) {
        Recurrence recurrence = task.recurrence();
        Due time = (recurrence != null) ? recurrence.anchor() : new Due(first, null, null);
        return this.log.between(task, first, last).stream()
                .map((entry) -> OccurrenceList.Item.of(time.on(entry.date()), entry.status(), entry.at(), zone))
                .toList();
    }

    /** The current occurrence where it is due now, then those of the schedule; what follows a completion is open. */
    private static Stream<OccurrenceList.Item> ahead(Task task, LocalDate first, LocalDate last, ZoneId zone) {
        Recurrence recurrence = task.recurrence();
        Due due = task.due();
        if (recurrence == null || due == null || task.status() == TaskStatus.DONE) {
            return Stream.empty();
        }
        Stream<OccurrenceList.Item> current = Stream
                .of(OccurrenceList.Item.of(due, OccurrenceStatus.CURRENT, null, zone))
                .filter((item) -> !item.date().isBefore(first) && !item.date().isAfter(last));
        return Stream.concat(current, upcoming(recurrence, due, first, zone)
                .takeWhile((next) -> !next.date().isAfter(last))
                .map((next) -> OccurrenceList.Item.of(next, OccurrenceStatus.UPCOMING, null, zone)));
    }

    private static Stream<Due> upcoming(Recurrence recurrence, Due due, LocalDate first, ZoneId zone) {
        if (recurrence.from() == RecurrenceFrom.COMPLETION) {
            return Stream.empty();
        }
        LocalDate after = recurrence.after(due.date());
        return recurrence.series(zone).from(after.isBefore(first) ? first : after);
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks an owner has outside of the trash, by each status and each priority, and how many of the open ones press.
 *
 * @param overdue open tasks whose time has come; those of a whole day only when that day is over where the owner is
 * @param dueToday open tasks of the owner's present day, at whichever time of it
 */
@Schema(example = """
        {"byStatus": {"todo": 7, "in_progress": 2, "done": 30},
         "byPriority": {"low": 0, "medium": 36, "high": 3, "urgent": 0}, "overdue": 1, "dueToday": 3}""")
record TaskSummary(Map<TaskStatus, Integer> byStatus, Map<TaskPriority, Integer> byPriority, int overdue,
        int dueToday) {

    /**
     * Tasks that count alike.
     *
     * @param day when they are due all day, else null
     * @param at the instant of those with a time, else null
     */
    record Group(TaskStatus status, TaskPriority priority, @Nullable LocalDate day, @Nullable Instant at, int tasks) {

        private boolean isOverdue(Instant now, LocalDate today) {
            return isOpen() && ((this.day != null)
                    ? this.day.isBefore(today)
                    : this.at != null && !this.at.isAfter(now));
        }

        private boolean isDueOn(LocalDate today, ZoneId zone) {
            LocalDate due = (this.at != null) ? LocalDate.ofInstant(this.at, zone) : this.day;
            return isOpen() && today.equals(due);
        }

        private boolean isOpen() {
            return this.status != TaskStatus.DONE;
        }

    }

    static TaskSummary of(Collection<Group> groups, Instant now, ZoneId zone) {
        Map<TaskStatus, Integer> byStatus = zeros(TaskStatus.class);
        Map<TaskPriority, Integer> byPriority = zeros(TaskPriority.class);
        LocalDate today = LocalDate.ofInstant(now, zone);
        int overdue = 0;
        int dueToday = 0;
        for (Group group : groups) {
            byStatus.merge(group.status(), group.tasks(), Integer::sum);
            byPriority.merge(group.priority(), group.tasks(), Integer::sum);
            overdue += group.isOverdue(now, today) ? group.tasks() : 0;
            dueToday += group.isDueOn(today, zone) ? group.tasks() : 0;
        }
        return new TaskSummary(byStatus, byPriority, overdue, dueToday);
    }

    private static <E extends Enum<E>> Map<E, Integer> zeros(Class<E> type) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, 0);
        }
        return counts;
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as overdue and as due today, wherever the owner is. */
class TaskSummaryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @Test
    void namesEveryStatusAndPriority() {
        TaskSummary summary = TaskSummary.of(List.of(), NOW, ZoneId.of("UTC"));

        assertThat(summary.byStatus()).isEqualTo(Map.of(TaskStatus.TODO, 0, TaskStatus.IN_PROGRESS, 0, TaskStatus.DONE,
                0));
        assertThat(summary.byPriority()).isEqualTo(Map.of(TaskPriority.LOW, 0, TaskPriority.MEDIUM, 0,
                TaskPriority.HIGH, 0, TaskPriority.URGENT, 0));
    }

    @Test
    void addsGroupsUp() {
        TaskSummary summary = TaskSummary.of(List.of(allDay("2026-11-20", 2), at("2026-11-20T00:00:00Z", 3)), NOW,
                ZoneId.of("UTC"));

        assertThat(summary.byStatus()).containsEntry(TaskStatus.TODO, 5);
        assertThat(summary.byPriority()).containsEntry(TaskPriority.MEDIUM, 5);
        assertThat(summary.overdue()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"UTC,2026-11-21,1,0", "UTC,2026-11-22,0,1", "UTC,2026-11-23,0,0",
        // 23 November since half an hour
        "Pacific/Kiritimati,2026-11-22,1,0", "Pacific/Kiritimati,2026-11-23,0,1", "Pacific/Kiritimati,2026-11-24,0,0",
        // 21 November for an hour and a half
        "Etc/GMT+12,2026-11-20,1,0", "Etc/GMT+12,2026-11-21,0,1", "Etc/GMT+12,2026-11-22,0,0"})
    void endsDaysWhereTheOwnerIs(String zone, String day, int overdue, int dueToday) {
        assertThat(figures(allDay(day, 1), NOW, zone)).containsExactly(overdue, dueToday);
    }

    @ParameterizedTest
    @CsvSource({"UTC,2026-11-22T10:29:00Z,1,1", "UTC,2026-11-22T10:30:00Z,1,1", "UTC,2026-11-22T10:31:00Z,0,1",
        "UTC,2026-11-21T23:59:00Z,1,0", "UTC,2026-11-23T00:00:00Z,0,0",
        "Pacific/Kiritimati,2026-11-22T09:59:00Z,1,0", "Pacific/Kiritimati,2026-11-23T09:59:00Z,0,1",
        "Etc/GMT+12,2026-11-22T11:59:00Z,0,1", "Etc/GMT+12,2026-11-22T12:00:00Z,0,0"})
    void comparesTimesAsInstants(String zone, String at, int overdue, int dueToday) {
        assertThat(figures(at(at, 1), NOW, zone)).containsExactly(overdue, dueToday);
    }

    @ParameterizedTest
    @CsvSource({
        // The day of 25 hours: both of the repeated half past twos, and its last minute
        "Europe/Berlin,2026-10-25T12:00:00Z,2026-10-25T00:30:00Z,1",
        "Europe/Berlin,2026-10-25T12:00:00Z,2026-10-25T22:59:00Z,1",
        "Europe/Berlin,2026-10-25T12:00:00Z,2026-10-25T23:00:00Z,0",
        // A day that begins at one o'clock
        "Africa/Cairo,2026-04-24T12:00:00Z,2026-04-23T22:00:00Z,1",
        "Africa/Cairo,2026-04-24T12:00:00Z,2026-04-23T21:59:00Z,0"})
    void countsDaysOfOtherLengthsWhole(String zone, String now, String at, int dueToday) {
        assertThat(figures(at(at, 1), Instant.parse(now), zone)[1]).isEqualTo(dueToday);
    }

    @Test
    void leavesOutWhatIsDone() {
        TaskSummary.Group done = new TaskSummary.Group(TaskStatus.DONE, TaskPriority.LOW, LocalDate.of(2026, 11, 22),
                null, 1);

        assertThat(figures(done, NOW, "UTC")).containsExactly(0, 0);
    }

    private static int[] figures(TaskSummary.Group group, Instant now, String zone) {
        TaskSummary summary = TaskSummary.of(List.of(group), now, ZoneId.of(zone));
        return new int[]{summary.overdue(), summary.dueToday()};
    }

    private static TaskSummary.Group allDay(String day, int tasks) {
        return new TaskSummary.Group(TaskStatus.TODO, TaskPriority.MEDIUM, LocalDate.parse(day), null, tasks);
    }

    private static TaskSummary.Group at(String instant, int tasks) {
        return new TaskSummary.Group(TaskStatus.TODO, TaskPriority.MEDIUM, null, Instant.parse(instant), tasks);
    }

}

package com.taskflow.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.taskflow.task.TaskAgenda;

import static org.assertj.core.api.Assertions.assertThat;

/** Calendars as RFC 5545 wants them. */
class CalendarDocumentTests {

    private static final UUID ID = UUID.fromString("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b");

    @Test
    void writesAllDayFloatingAndFixedTimes() {
        assertThat(lines(entry("a", null, null))).contains("DTSTART;VALUE=DATE:20261201");
        assertThat(lines(entry("a", LocalTime.of(9, 0), null))).contains("DTSTART:20261201T090000", "DURATION:PT30M");
        assertThat(lines(entry("a", LocalTime.of(9, 0), "Europe/Berlin"))).contains("DTSTART:20261201T080000Z");
    }

    @Test
    void namesTheTaskAndItsState() {
        assertThat(lines(entry("Pay, the; rent", null, null))).contains("UID:" + ID + "@taskflow", "SEQUENCE:3",
                "SUMMARY:Pay\\, the\\; rent", "DTSTAMP:20261122T083000Z", "LAST-MODIFIED:20261122T083000Z",
                "TRANSP:TRANSPARENT", "PRIORITY:1", "CATEGORIES:home\\, sweet,work");
    }

    @Test
    void readsBackWhateverTheTextIs() throws Exception {
        String title = "Straße 😀 \\n \"x\" ".repeat(20) + "end";

        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(CalendarDocument
                .write(List.of(entry(title + "\u0001", null, null), entry("b", LocalTime.NOON, "Asia/Tokyo")))));

        assertThat(calendar.validate().getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        assertThat(Objects.requireNonNull(events.getFirst().getSummary()).getValue()).isEqualTo(title);
        assertThat(Objects.requireNonNull(events.getFirst().getDescription()).getValue()).isEqualTo("one\ntwo");
    }

    @Test
    void foldsLinesAt75Bytes() {
        String text = new String(CalendarDocument.write(List.of(entry("ü".repeat(300) + "😀".repeat(100), null, null))),
                StandardCharsets.UTF_8);

        assertThat(text.split("\r\n")).allMatch((line) -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text).doesNotContain("\uFFFD");
    }

    @Test
    void writesAnEmptyCalendar() {
        assertThat(new String(CalendarDocument.write(List.of()), StandardCharsets.UTF_8))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("VERSION:2.0\r\n", "CALSCALE:GREGORIAN\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void repeatsWhatIsOnItsSchedule() {
        TaskAgenda.Time due = time(LocalTime.of(9, 0), "Europe/Berlin");

        assertThat(lines(task("a", due, new TaskAgenda.Series(due, "FREQ=DAILY", LocalDate.of(2027, 7, 1)))))
                .contains("DTSTART;TZID=Europe/Berlin:20261201T090000", "RRULE:FREQ=DAILY;UNTIL=20270701T070000Z",
                        "BEGIN:VTIMEZONE", "TZID:Europe/Berlin")
                .containsOnlyOnce("BEGIN:VEVENT");
    }

    @Test
    void putsWhatFollowsARescheduledOneIntoAnotherEvent() {
        TaskAgenda.Time next = new TaskAgenda.Time(LocalDate.of(2026, 12, 7), null, null);

        assertThat(
                lines(task("a", time(null, null), new TaskAgenda.Series(next, "FREQ=WEEKLY;BYDAY=MO;COUNT=3", null))))
                .containsSubsequence("DTSTART;VALUE=DATE:20261201", "UID:" + ID + "@taskflow",
                        "DTSTART;VALUE=DATE:20261207", "UID:" + ID + "-next@taskflow",
                        "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO");
    }

    @ParameterizedTest
    @CsvSource({",,20270102", "09:00,,20270102T090000", "09:00,Asia/Tokyo,20270102T000000Z"})
    void endsInTheFormOfItsStart(@Nullable LocalTime time, @Nullable String zone, String until) {
        TaskAgenda.Time due = time(time, zone);

        assertThat(lines(task("a", due, new TaskAgenda.Series(due, "FREQ=DAILY", LocalDate.of(2027, 1, 2)))))
                .contains("RRULE:FREQ=DAILY;UNTIL=" + until);
    }

    private static List<String> lines(TaskAgenda.Entry entry) {
        return Arrays.asList(new String(CalendarDocument.write(List.of(entry)), StandardCharsets.UTF_8)
                .replace("\r\n ", "").split("\r\n"));
    }

    private static TaskAgenda.Entry entry(String title, @Nullable LocalTime time, @Nullable String zone) {
        return task(title, time(time, zone), null);
    }

    private static TaskAgenda.Entry task(String title, TaskAgenda.Time due, TaskAgenda.@Nullable Series series) {
        Instant at = Instant.parse("2026-11-22T08:30:00Z");
        return new TaskAgenda.Entry(ID, title, "one\r\ntwo", 1, due, series, List.of("home, sweet", "work"), at, at, 3);
    }

    private static TaskAgenda.Time time(@Nullable LocalTime time, @Nullable String zone) {
        return new TaskAgenda.Time(LocalDate.of(2026, 12, 1), time, (zone != null) ? ZoneId.of(zone) : null);
    }

}

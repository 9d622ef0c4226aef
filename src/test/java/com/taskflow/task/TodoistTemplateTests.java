package com.taskflow.task;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How Todoist's template spells what a task has. */
class TodoistTemplateTests {

    @Test
    void readsLabelsOutOfTheTitle() {
        var content = TodoistTemplate.Content.parse("Buy @home milk me@example.org @errand @home");

        assertThat(content.title()).isEqualTo("Buy  milk me@example.org");
        assertThat(content.labels()).containsExactly("home", "errand");
    }

    @Test
    void keepsATitleOfNothingButLabels() {
        assertThat(TodoistTemplate.Content.parse("@home")).isEqualTo(new TodoistTemplate.Content("@home", List.of()));
    }

    @Test
    void writesLabelsAsWords() {
        assertThat(new TodoistTemplate.Content("Buy", List.of("at home", "x")).format()).isEqualTo("Buy @at_home @x");
    }

    @ParameterizedTest
    @EnumSource
    void writesPrioritiesAsItReadsThem(TaskPriority priority) {
        assertThat(TodoistTemplate.priority(TodoistTemplate.cell(priority))).contains(priority);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01,,2026-12-01,,", "2026-12-01 09:00,,2026-12-01,09:00,",
        "2026-12-01T09:00:00,Europe/Berlin,2026-12-01,09:00,Europe/Berlin", "2026-12-01,Europe/Berlin,2026-12-01,,",
        "2026-12-01 09:00,Nowhere,2026-12-01,09:00,"})
    void readsDates(String date, @Nullable String zone, String day,
            @Nullable String time, @Nullable String timeZone) {
        Optional<Due> due = TodoistTemplate.due(date, (zone != null) ? zone : "");

        assertThat(due).isPresent();
        assertThat(due.get().date()).hasToString(day);
        assertThat(String.valueOf(due.get().time())).isEqualTo(String.valueOf(time));
        assertThat(due.get().timeZone()).isEqualTo(timeZone);
    }

    @ParameterizedTest
    @CsvSource({"every day", "2026-13-01", "2026-12-01 25:00", "tomorrow"})
    void leavesWordsAlone(String date) {
        assertThat(TodoistTemplate.due(date, "")).isEmpty();
    }

}

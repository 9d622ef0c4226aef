package com.taskflow.task;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How a task is spelled in Todoist's CSV template: its labels as {@code @words} behind the title, its priority as 1 (most
 * urgent) to 4, its place in the tree as an indentation below the rows above it.
 */
final class TodoistTemplate {

    /** The template's columns, in its order. */
    static final List<String> COLUMNS = List.of("TYPE", "CONTENT", "DESCRIPTION", "PRIORITY", "INDENT", "AUTHOR",
            "RESPONSIBLE", "DATE", "DATE_LANG", "TIMEZONE");

    static final String TASK = "task";

    private static final Pattern LABEL = Pattern.compile("(?<!\\S)@(\\S+)");

    private static final Pattern DATE = Pattern
            .compile("((?!0000)\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d)(?::00)?)?");

    private TodoistTemplate() {}

    /** A title and the labels that were written into it. */
    record Content(String title, List<String> labels) {

        /** A title of nothing but labels stays as it was. */
        static Content parse(String text) {
            List<String> labels = LABEL.matcher(text).results().map((label) -> label.group(1)).distinct().toList();
            String title = LABEL.matcher(text).replaceAll("").strip();
            return title.isEmpty() ? new Content(text, List.of()) : new Content(title, labels);
        }

        /** Blanks within a label become underscores: a word is all there is room for. */
        String format() {
            return this.title + this.labels.stream().map((label) -> " @" + label.replaceAll("\\s+", "_"))
                    .collect(Collectors.joining());
        }

    }

    /** @return empty when it is none of 1 to 4 */
    static Optional<TaskPriority> priority(String cell) {
        return Optional.ofNullable(switch (cell) {
            case "1" -> TaskPriority.URGENT;
            case "2" -> TaskPriority.HIGH;
            case "3" -> TaskPriority.MEDIUM;
            case "4" -> TaskPriority.LOW;
            default -> null;
        });
    }

    static String cell(TaskPriority priority) {
        return String.valueOf(TaskPriority.values().length - priority.order());
    }

    /** A date as ISO 8601 has it, with or without a time; empty for words such as "every day". */
    static Optional<Due> due(String date, String zone) {
        Matcher parts = DATE.matcher(date);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String time = parts.group(2);
            boolean fixed = time != null && ZoneId.getAvailableZoneIds().contains(zone);
            return Optional.of(new Due(LocalDate.parse(parts.group(1)), (time != null) ? LocalTime.parse(time) : null,
                    fixed ? zone : null));
        } catch (DateTimeException ex) {
            return Optional.empty();
        }
    }

    /** A row as the template has it. */
    static List<String> row(TaskResponse task, int depth) {
        Due due = task.due();
        List<String> row = new ArrayList<>();
        row.add(TASK);
        row.add(new Content(task.title(), task.labels()).format());
        row.add(orEmpty(task.description()));
        row.add(cell(task.priority()));
        row.add(String.valueOf(depth));
        row.add("");
        row.add("");
        row.add((due != null) ? due.date() + ((due.time() != null) ? " " + due.time() : "") : "");
        row.add((due != null) ? "en" : "");
        row.add((due != null) ? orEmpty(due.timeZone()) : "");
        return row;
    }

    private static String orEmpty(@Nullable String text) {
        return (text != null) ? text : "";
    }

}

package com.taskflow.task;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random rules against another implementation's answers. {@code load/recurrence-cases} makes as many as one likes;
 * {@code -Dtaskflow.recurrence.cases=FILE} has them checked in the place of the few that are kept here.
 */
class RecurrenceOracleTests {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private static final int YEARS = 8;

    private static final int DATES = 12;

    @Test
    void agreesWithAnotherImplementation() throws IOException, URISyntaxException {
        List<String> differences = new ArrayList<>();
        List<String> cases = Files.readAllLines(file());
        for (String line : cases) {
            String[] columns = line.split("\t", -1);
            String found = dates(LocalDate.parse(columns[0], DATE), columns[1], LocalDate.parse(columns[2], DATE));
            if (!found.equals(columns[3])) {
                differences.add(line + "\tbut here " + found);
            }
        }

        assertThat(cases).isNotEmpty();
        assertThat(differences).isEmpty();
    }

    private static Path file() throws URISyntaxException {
        String given = System.getProperty("taskflow.recurrence.cases");
        return (given != null)
                ? Path.of(given)
                : Path.of(Objects.requireNonNull(RecurrenceOracleTests.class.getResource("recurrence-cases.tsv"))
                        .toURI());
    }

    private static String dates(LocalDate start, String rule, LocalDate from) {
        Due first = new Due(start, null, null);
        List<String> dates = new RecurrenceSeries(RecurrenceRule.parse(rule), first, ZoneOffset.UTC).from(from)
                .takeWhile((due) -> due.date().getYear() <= start.getYear() + YEARS).limit(DATES)
                .map((due) -> DATE.format(due.date())).toList();
        return String.join(",", dates);
    }

}

package com.taskflow.task;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What feeds say of a rule, read by another library: the series' own dates, whichever of them it starts from. */
class PortableRecurrenceTests {

    private static final int DATES = 20;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY;INTERVAL=3                            | 2026-01-31
            FREQ=WEEKLY                                      | 2026-01-31
            FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU       | 2026-01-04
            FREQ=MONTHLY                                     | 2026-01-15
            FREQ=MONTHLY                                     | 2026-01-31
            FREQ=MONTHLY;INTERVAL=5                          | 2026-08-30
            FREQ=MONTHLY;BYMONTHDAY=31                       | 2026-01-31
            FREQ=MONTHLY;BYDAY=-1FR                          | 2026-01-30
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1    | 2026-01-30
            FREQ=YEARLY                                      | 2024-02-29
            FREQ=YEARLY;BYMONTH=11                           | 2026-01-31
            FREQ=YEARLY;BYMONTHDAY=13                        | 2026-01-13
            FREQ=YEARLY;INTERVAL=2;BYMONTH=3,9;BYDAY=1MO     | 2026-03-02""")
    void givesTheSameDates(String rule, LocalDate anchor) throws Exception {
        RecurrenceSeries series = series(rule, anchor);
        List<LocalDate> dates = series.from(anchor).limit(DATES).map(Due::date).toList();
        String portable = series.rule().portable(anchor).orElseThrow();

        for (int i : List.of(0, 1, 7)) {
            assertThat(new Recur<LocalDate>(portable).getDates(dates.get(i), dates.get(i), dates.getLast().plusDays(1)))
                    .as(portable + " from " + dates.get(i)).isEqualTo(dates.subList(i, DATES));
        }
    }

    @Test
    void saysNothingThatIsNotReadAlikeOrCannotBeSaid() {
        assertThat(portable("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", "2026-01-05")).isEmpty();
        assertThat(portable("FREQ=YEARLY;BYMONTH=1,2", "2026-01-31")).isEmpty();
    }

    private static Optional<String> portable(String rule, String anchor) {
        return RecurrenceRule.parse(rule).portable(LocalDate.parse(anchor));
    }

    private static RecurrenceSeries series(String rule, LocalDate anchor) {
        return new RecurrenceSeries(RecurrenceRule.parse(rule), new Due(anchor, null, null), ZoneOffset.UTC);
    }

}

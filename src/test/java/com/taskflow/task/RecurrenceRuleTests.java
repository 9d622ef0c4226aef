package com.taskflow.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What rules give, beyond the vectors of others: ends of months, clock changes, ends, and what is refused. */
class RecurrenceRuleTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void takesTheLastDayOfShorterMonthsAndComesBack() {
        assertThat(dates("FREQ=MONTHLY", "2027-01-31").limit(5)).containsExactly("2027-01-31", "2027-02-28",
                "2027-03-31", "2027-04-30", "2027-05-31");
        assertThat(dates("FREQ=YEARLY", "2028-02-29").limit(5)).containsExactly("2028-02-29", "2029-02-28",
                "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Test
    void skipsMonthsThatLackADayTheRuleNames() {
        assertThat(dates("FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31").limit(3)).containsExactly("2027-01-31",
                "2027-03-31", "2027-05-31");
        assertThat(dates("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-31").limit(3)).containsExactly("2027-01-31",
                "2027-02-28", "2027-03-31");
    }

    @Test
    void givesAllMonthsToYearlyDaysOfTheMonth() {
        assertThat(dates("FREQ=YEARLY;BYMONTHDAY=15", "2027-01-15").limit(3)).containsExactly("2027-01-15",
                "2027-02-15", "2027-03-15");
    }

    @Test
    void readsTheRuleInWhicheverCaseAndWithItsName() {
        assertThat(dates("RRULE:freq=weekly;byday=mo,th", "2026-11-23").limit(3)).containsExactly("2026-11-23",
                "2026-11-26", "2026-11-30");
    }

    @Test
    void leavesTheFirstDateOutWhenTheRuleDoesNotGiveIt() {
        assertThat(dates("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-11-25")).containsExactly("2026-11-30", "2026-12-07");
    }

    @ParameterizedTest
    @CsvSource({"20261124, 3", "20261124T090000, 3", "20261124T085959, 2", "20261124T080000Z, 3",
        "20261124T075959Z, 2", "20261124T230000Z, 3"})
    void endsWithUntilWhateverItsKind(String until, int count) {
        Due first = new Due(LocalDate.parse("2026-11-22"), LocalTime.parse("09:00"), "Europe/Berlin");

        assertThat(new RecurrenceSeries(RecurrenceRule.parse("FREQ=DAILY;UNTIL=" + until), first, TOKYO)
                .from(first.date())).hasSize(count);
    }

    @Test
    void entersASeriesLate() {
        assertThat(dates("FREQ=DAILY;INTERVAL=3", "2026-01-01", "2026-12-24").limit(2)).containsExactly("2026-12-24",
                "2026-12-27");
        assertThat(dates("FREQ=DAILY;COUNT=3", "2026-01-01", "2026-01-03")).containsExactly("2026-01-03");
        assertThat(dates("FREQ=DAILY;COUNT=3", "2026-01-01", "2026-01-04")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=6MO", "FREQ=DAILY;BYMONTH=4;BYSETPOS=2",
        "FREQ=YEARLY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5"})
    void endsWhenNothingEverMatches(String rule) {
        assertThat(dates(rule, "2026-11-22")).isEmpty();
    }

    @Test
    void findsWhatIsRare() {
        assertThat(dates("FREQ=DAILY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", "2026-11-22").limit(2))
                .containsExactly("2032-02-29", "2060-02-29");
        assertThat(dates("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "2096-02-29").limit(3))
                .containsExactly("2096-02-29", "2104-02-29", "2108-02-29");
    }

    @Test
    void endsWithTheYear9999() {
        assertThat(dates("FREQ=YEARLY", "9997-06-01")).containsExactly("9997-06-01", "9998-06-01", "9999-06-01");
        assertThat(dates("FREQ=DAILY;INTERVAL=9999", "9999-12-31")).containsExactly("9999-12-31");
    }

    @Test
    void costsNothingToStartInAncientTimes() {
        RecurrenceDates dates = new RecurrenceDates(RecurrenceRule.parse("FREQ=DAILY"), LocalDate.of(1, 1, 1),
                LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22));

        assertThat(dates).toIterable().containsExactly(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe",
        "America/New_York", "Africa/Casablanca"})
    void keepsTheWallTimeThroughAYear(String zone) {
        for (int year : List.of(2011, 2018, 2026)) {
            Due first = new Due(LocalDate.of(year, 1, 1), LocalTime.of(9, 0), zone);

            assertThat(new RecurrenceSeries(RecurrenceRule.parse("FREQ=DAILY"), first, TOKYO).from(first.date())
                    .limit(366)).allSatisfy((due) -> {
                        Instant at = due.at(TOKYO);
                        LocalTime shown = LocalTime.ofInstant(at, ZoneId.of(zone));
                        assertThat(shown).isEqualTo(LocalTime.of(9, 0));
                    });
        }
    }

    @Test
    void doesNotDependOnTheZoneOfTheJvm() {
        TimeZone own = TimeZone.getDefault();
        try {
            assertThat(Stream.of("UTC", "Pacific/Kiritimati", "America/Sao_Paulo").map((zone) -> {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                return dates("FREQ=DAILY", "2018-01-01").limit(366).toList();
            }).distinct()).hasSize(1);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Test
    void movesATimeThatTheClockSkipsForwardAndTakesTheFirstOfTwo() {
        Due gap = new Due(LocalDate.parse("2027-03-28"), LocalTime.parse("02:30"), "Europe/Berlin");
        Due overlap = new Due(LocalDate.parse("2026-10-25"), LocalTime.parse("02:30"), "Europe/Berlin");

        assertThat(gap.at(TOKYO)).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(overlap.at(TOKYO)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Duration.between(overlap.at(TOKYO), overlap.on(overlap.date().plusDays(1)).at(TOKYO)))
                .isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"FREQ=HOURLY|FREQ", "FREQ=DAILY;BYHOUR=9|BYHOUR", "INTERVAL=2|FREQ",
        "FREQ=DAILY;INTERVAL=0|INTERVAL", "FREQ=DAILY;COUNT=3;UNTIL=20270101|COUNT and UNTIL",
        "FREQ=WEEKLY;BYDAY=1MO|BYDAY", "FREQ=WEEKLY;BYMONTHDAY=1|BYMONTHDAY", "FREQ=MONTHLY;BYSETPOS=1|BYSETPOS",
        "FREQ=DAILY;FREQ=DAILY|FREQ", "FREQ=DAILY;UNTIL=20270230|UNTIL", "FREQ=DAILY;UNTIL=00000101|UNTIL",
        "FREQ=DAILY;WKST=XX|WKST",
        "FREQ=MONTHLY;BYMONTHDAY=32|BYMONTHDAY", "FREQ=YEARLY;BYWEEKNO=1|BYWEEKNO", "FREQ=DAILY;|parts",
        "FREQ=DAILY;SKIP=BACKWARD|SKIP", "FREQ=YEARLY;BYMONTHDAY=1;BYDAY=1MO|BYDAY", "x|parts"})
    void namesThePartThatIsNotOfTheProfile(String rule, String part) {
        assertThatThrownBy(() -> RecurrenceRule.parse(rule)).isInstanceOf(RecurrenceRuleException.class)
                .hasMessageContaining(part);
    }

    private static Stream<String> dates(String rule, String first) {
        return dates(rule, first, first);
    }

    private static Stream<String> dates(String rule, String first, String from) {
        Due due = new Due(LocalDate.parse(first), null, null);
        return new RecurrenceSeries(RecurrenceRule.parse(rule), due, ZoneOffset.UTC).from(LocalDate.parse(from))
                .map((occurrence) -> occurrence.date().toString());
    }

}

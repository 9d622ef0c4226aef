package com.taskflow.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;

/**
 * A rule of the profile, which gives the dates of a series. It knows days only, at most one occurrence each: the time of
 * day stands beside it, so clock changes cannot move anything. lib-recur does the expansion, from rules in which
 * everything that RFC 5545 takes from the first occurrence is written out. It then starts at the beginning of a period,
 * as BYSETPOS counts, and can start late.
 */
final class RecurrenceRule {

    private static final String MONTHS = "1,2,3,4,5,6,7,8,9,10,11,12";

    private static final int SHORTEST_MONTH = 28;

    private final Map<String, String> parts;

    private final ChronoUnit unit;

    private final int interval;

    private final @Nullable RecurrenceEnd until;

    private RecurrenceRule(Map<String, String> parts, @Nullable RecurrenceEnd until) {
        this.parts = parts;
        this.unit = unit(this.parts.getOrDefault("FREQ", ""));
        this.interval = Integer.parseInt(this.parts.getOrDefault("INTERVAL", "1"));
        this.until = until;
    }

    private static ChronoUnit unit(String freq) {
        return switch (freq) {
            case "DAILY" -> ChronoUnit.DAYS;
            case "WEEKLY" -> ChronoUnit.WEEKS;
            case "MONTHLY" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    /** @throws RecurrenceRuleException naming the part that is not of the profile */
    static RecurrenceRule parse(String text) {
        Map<String, String> parts = RecurrenceParts.of(text);
        RecurrenceEnd until = RecurrenceEnd.parse(parts.remove("UNTIL"));
        return new RecurrenceRule(parts, until);
    }

    /** How many occurrences there are at most, the first included. */
    int count() {
        return Integer.parseInt(this.parts.getOrDefault("COUNT", String.valueOf(Integer.MAX_VALUE)));
    }

    /** The same without a number of occurrences: who starts it anew after each counts them elsewhere. */
    RecurrenceRule uncounted() {
        Map<String, String> rest = new LinkedHashMap<>(this.parts);
        rest.remove("COUNT");
        return new RecurrenceRule(rest, this.until);
    }

    boolean hasCount() {
        return this.parts.containsKey("COUNT");
    }

    boolean hasUntil() {
        return this.until != null;
    }

    /** The last day on which this due date may come again. */
    LocalDate lastDay(Due first, ZoneId ownerZone) {
        return (this.until != null) ? this.until.lastDay(first, ownerZone) : StorableTime.LAST_DAY;
    }

    /** The beginning of the period that a date is in, as the rule counts periods. */
    LocalDate periodOf(LocalDate date) {
        return switch (this.unit) {
            case WEEKS -> date.with(TemporalAdjusters.previousOrSame(weekStart()));
            case MONTHS -> date.withDayOfMonth(1);
            case YEARS -> date.withDayOfYear(1);
            default -> date;
        };
    }

    /** The beginning of the last period of a series that is not after the date, counted from one that is of it. */
    LocalDate lastPeriod(LocalDate period, LocalDate notAfter) {
        long periods = Math.max(this.unit.between(period, notAfter), 0) / this.interval;
        return periodsLater(period, periods);
    }

    LocalDate periodsLater(LocalDate period, long periods) {
        return period.plus(periods * this.interval, this.unit);
    }

    /**
     * The rule for software that knows RFC 5545 alone, without an end: from any of the series' dates on it gives the
     * same ones. Empty where that cannot be said, or is not read alike by all.
     */
    Optional<String> portable(LocalDate anchor) {
        Map<String, String> explicit = explicit(anchor);
        if (this.unit == ChronoUnit.WEEKS && explicit.containsKey("BYSETPOS")) {
            return Optional.empty();
        }
        if (explicit.remove("SKIP") != null) {
            if (this.unit == ChronoUnit.YEARS && explicit.getOrDefault("BYMONTH", "").contains(",")) {
                return Optional.empty();
            }
            // Of the days from the 28th to the anchor's, the last one that the month has.
            explicit.remove("RSCALE");
            explicit.put("BYMONTHDAY", IntStream.rangeClosed(SHORTEST_MONTH, anchor.getDayOfMonth())
                    .mapToObj(String::valueOf).collect(Collectors.joining(",")));
            explicit.put("BYSETPOS", "-1");
        }
        return Optional.of(text(explicit));
    }

    /** The dates from the beginning of a period on, without an end, for a series with this anchor. */
    RecurrenceRuleIterator expand(LocalDate anchor, LocalDate period) {
        try {
            return new org.dmfs.rfc5545.recur.RecurrenceRule(text(explicit(anchor)), RfcMode.RFC5545_LAX)
                    .iterator(new DateTime(period.getYear(), period.getMonthValue() - 1, period.getDayOfMonth()));
        } catch (InvalidRecurrenceRuleException ex) {
            throw new AssertionError("The profile lets through what lib-recur refuses", ex);
        }
    }

    private Map<String, String> explicit(LocalDate anchor) {
        Map<String, String> explicit = new LinkedHashMap<>(this.parts);
        explicit.remove("COUNT");
        writeOut(anchor, explicit);
        return explicit;
    }

    private static String text(Map<String, String> parts) {
        return parts.entrySet().stream().map((part) -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    /**
     * Writes out what the rule leaves to its first occurrence. Where that is the 29th to 31st of a month, shorter months
     * take their last day (RFC 7529 SKIP=BACKWARD). A day that the rule itself names is skipped in them, as in RFC 5545.
     */
    private void writeOut(LocalDate anchor, Map<String, String> rule) {
        boolean namesDays = rule.containsKey("BYDAY") || rule.containsKey("BYMONTHDAY");
        if (this.unit == ChronoUnit.WEEKS && !namesDays) {
            rule.put("BYDAY", anchor.getDayOfWeek().name().substring(0, 2));
        }
        if ((this.unit == ChronoUnit.MONTHS || this.unit == ChronoUnit.YEARS) && !namesDays) {
            rule.put("BYMONTHDAY", String.valueOf(anchor.getDayOfMonth()));
            if (anchor.getDayOfMonth() > SHORTEST_MONTH && !rule.containsKey("BYSETPOS")) {
                rule.put("RSCALE", "GREGORIAN");
                rule.put("SKIP", "BACKWARD");
            }
        }
        if (this.unit == ChronoUnit.YEARS && rule.containsKey("BYMONTHDAY")) {
            rule.putIfAbsent("BYMONTH", namesDays ? MONTHS : String.valueOf(anchor.getMonthValue()));
        }
    }

    private DayOfWeek weekStart() {
        String start = this.parts.getOrDefault("WKST", "MO");
        return Arrays.stream(DayOfWeek.values()).filter((day) -> day.name().startsWith(start)).findFirst()
                .orElseThrow();
    }

}

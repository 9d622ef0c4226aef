package com.taskflow.task;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

/**
 * A point in time as a filter names it: a day or an instant, given or counted from when the filter is used.
 *
 * @param base what the offset is counted from
 * @param date the given day
 * @param instant the given instant
 * @param amount how far from the base
 * @param unit hours, days, weeks or months
 */
record FilterTime(Base base, @Nullable LocalDate date, @Nullable Instant instant, int amount, ChronoUnit unit) {

    enum Base {
        DATE, INSTANT, NOW, TODAY, TOMORROW, YESTERDAY, START_OF_WEEK, START_OF_MONTH
    }

    /** From the first instant up to, not including, the second; both are the same for an instant. */
    record Span(Instant from, Instant to) {

        boolean isInstant() {
            return this.from.equals(this.to);
        }

    }

    static FilterTime of(Base base) {
        return new FilterTime(base, null, null, 0, ChronoUnit.DAYS);
    }

    static FilterTime of(LocalDate date) {
        return new FilterTime(Base.DATE, date, null, 0, ChronoUnit.DAYS);
    }

    static FilterTime of(Instant instant) {
        return new FilterTime(Base.INSTANT, null, instant, 0, ChronoUnit.DAYS);
    }

    FilterTime plus(int amount, ChronoUnit unit) {
        return new FilterTime(this.base, this.date, this.instant, amount, unit);
    }

    boolean isRelativeToNow() {
        return this.base == Base.NOW;
    }

    boolean isRelativeToToday() {
        return this.base != Base.NOW && this.base != Base.DATE && this.base != Base.INSTANT;
    }

    /** Whether it depends on where the owner is. */
    boolean followsOwner() {
        return this.base != Base.INSTANT || this.unit != ChronoUnit.HOURS;
    }

    Span resolve(Instant now, ZoneId zone) {
        LocalDate day = day(LocalDate.ofInstant(now, zone));
        if (day == null || this.unit == ChronoUnit.HOURS) {
            Instant start = (day != null) ? day.atStartOfDay(zone).toInstant() : point(now);
            Instant at = start.atZone(zone).plus(this.amount, this.unit).toInstant();
            return new Span(at, at);
        }
        LocalDate moved = day.plus(this.amount, this.unit);
        return new Span(moved.atStartOfDay(zone).toInstant(), moved.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Instant point(Instant now) {
        return (this.instant != null) ? this.instant : now;
    }

    private @Nullable LocalDate day(LocalDate today) {
        return switch (this.base) {
            case DATE -> this.date;
            case INSTANT, NOW -> null;
            case TODAY -> today;
            case TOMORROW -> today.plusDays(1);
            case YESTERDAY -> today.minusDays(1);
            case START_OF_WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case START_OF_MONTH -> today.withDayOfMonth(1);
        };
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** A filter, and what its answer depends on beside the tasks. */
record TaskFilter(FilterExpression expression) {

    static @Nullable TaskFilter of(@Nullable String text) {
        return (text != null) ? new TaskFilter(FilterParser.parse(text)) : null;
    }

    /** Whether it means other instants when the owner moves. */
    boolean followsOwner() {
        return this.expression.times().anyMatch(FilterTime::followsOwner);
    }

    /** The day, when the filter counts from it: a page of yesterday's answer cannot be gone on with. */
    @Nullable
    LocalDate day(Instant now, ZoneId zone) {
        return this.expression.times().anyMatch(FilterTime::isRelativeToToday) ? LocalDate.ofInstant(now, zone) : null;
    }

    /** The minute, when the filter counts from now: how long its answer can be kept. */
    @Nullable
    Instant minute(Instant now) {
        return this.expression.times().anyMatch(FilterTime::isRelativeToNow)
                ? now.truncatedTo(ChronoUnit.MINUTES)
                : null;
    }

    /** "Now" is the beginning of the minute, so that the answer is the same all through it. */
    FilterSql.Condition at(Instant now, ZoneId zone) {
        return FilterSql.of(this.expression, now.truncatedTo(ChronoUnit.MINUTES), zone);
    }

}

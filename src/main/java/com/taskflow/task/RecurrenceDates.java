package com.taskflow.task;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.StorableTime;

/**
 * The dates of a series, one after the other. The work is bounded whatever the rule: a series without COUNT is entered
 * near the date that is asked for, one with COUNT has fewer than 10,000 dates, and a rule that matches nothing is given
 * up after {@value #RESTARTS} times {@value #EMPTY_PERIODS} periods.
 */
final class RecurrenceDates implements Iterator<LocalDate> {

    /** lib-recur throws after a thousand periods without a date. */
    private static final int EMPTY_PERIODS = 990;

    private static final int RESTARTS = 20;

    private static final int LAST_YEAR = StorableTime.LAST_DAY.getYear();

    private final RecurrenceRule rule;

    private final LocalDate anchor;

    private final LocalDate from;

    private final LocalDate last;

    private @Nullable RecurrenceRuleIterator candidates;

    /** The beginning of the period that was looked at last. */
    private LocalDate period;

    private LocalDate latest;

    private int restarts;

    private int number;

    private @Nullable LocalDate next;

    RecurrenceDates(RecurrenceRule rule, LocalDate anchor, LocalDate from, LocalDate last) {
        this.rule = rule;
        this.anchor = anchor;
        this.from = from;
        this.last = last;
        LocalDate first = rule.periodOf(anchor);
        this.period = rule.hasCount() ? first : rule.lastPeriod(first, from);
        this.latest = this.period.minusDays(1);
        this.next = find();
    }

    @Override
    public boolean hasNext() {
        return this.next != null;
    }

    @Override
    public LocalDate next() {
        if (this.next == null) {
            throw new NoSuchElementException();
        }
        LocalDate date = this.next;
        this.next = find();
        return date;
    }

    private @Nullable LocalDate find() {
        for (LocalDate date = candidate(); date != null && !date.isAfter(this.last); date = candidate()) {
            if (!date.isBefore(this.anchor) && ++this.number > this.rule.count()) {
                return null;
            }
            if (!date.isBefore(this.anchor) && !date.isBefore(this.from)) {
                return date;
            }
        }
        return null;
    }

    private @Nullable LocalDate candidate() {
        while (this.restarts < RESTARTS && this.period.getYear() <= LAST_YEAR) {
            try {
                LocalDate date = read();
                if (date == null || date.isAfter(this.latest)) {
                    this.latest = (date != null) ? date : this.latest;
                    return date;
                }
            } catch (IllegalArgumentException | IllegalStateException nothingForLong) {
                this.restarts++;
                this.period = this.rule.periodsLater(this.rule.lastPeriod(this.period, this.latest), EMPTY_PERIODS);
                this.candidates = null;
            }
        }
        return null;
    }

    /** Peeks: taking a date makes lib-recur look for the one after it, and it throws the date away if there is none. */
    private @Nullable LocalDate read() {
        RecurrenceRuleIterator dates = this.candidates;
        if (dates == null) {
            dates = this.rule.expand(this.anchor, this.period);
            this.candidates = dates;
        } else {
            dates.nextDateTime();
        }
        if (!dates.hasNext()) {
            return null;
        }
        DateTime date = dates.peekDateTime();
        return (date.getYear() <= LAST_YEAR)
                ? LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth())
                : null;
    }

}

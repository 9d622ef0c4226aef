package com.taskflow.task;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The occurrences of a rule: on the dates that it gives, each at the first one's time of day and in its zone.
 *
 * @param anchor what the rule starts from; it is an occurrence only if the rule gives its date
 * @param ownerZone where all-day and floating times are meant
 */
record RecurrenceSeries(RecurrenceRule rule, Due anchor, ZoneId ownerZone) {

    /** The occurrences on that day and after, in order, without one that would mean an instant that cannot be written. */
    Stream<Due> from(LocalDate date) {
        Iterator<LocalDate> dates = new RecurrenceDates(this.rule, this.anchor.date(), date,
                this.rule.lastDay(this.anchor, this.ownerZone));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(dates, 0), false).map(this.anchor::on)
                .filter((due) -> due.isWritable(this.ownerZone));
    }

}

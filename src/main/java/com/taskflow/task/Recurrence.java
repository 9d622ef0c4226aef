package com.taskflow.task;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How a task comes again, and where in its series it stands.
 *
 * @param rule as it was sent
 * @param anchor the due date that the series started from: it never drifts, whatever becomes of single occurrences
 * @param occurrence the date of the current occurrence in the series, which stays when this one is rescheduled
 * @param number which of the task's occurrences it is, from 1, over all series that the task has had
 * @param firstNumber which one the series began with
 */
@Embeddable
@Schema(example = """
        {"rule": "FREQ=MONTHLY", "from": "schedule", "anchor": {"date": "2027-01-31", "time": null, "timeZone": null},
         "occurrence": "2027-02-28", "number": 2, "firstNumber": 1}""")
record Recurrence(@NotNull @RecurrenceText @Column(name = "recurrence_rule") String rule,
        @NotNull @Column(name = "recurrence_from") RecurrenceFrom from,
        @NotNull @Valid @Embedded @AttributeOverride(name = "date", column = @Column(name = "anchor_date")) @AttributeOverride(name = "time", column = @Column(name = "anchor_time")) @AttributeOverride(name = "timeZone", column = @Column(name = "anchor_zone")) Due anchor,
        @NotNull @Column(name = "occurrence_date") LocalDate occurrence, @Column(name = "occurrence_number") int number,
        @Column(name = "occurrence_first") int firstNumber) {

    static Recurrence start(String rule, RecurrenceFrom from, Due anchor, int number) {
        return new Recurrence(rule, from, anchor, anchor.date(), number, number);
    }

    /** The occurrences of the schedule from a date on. */
    RecurrenceSeries series(ZoneId ownerZone) {
        return new RecurrenceSeries(RecurrenceRule.parse(this.rule), this.anchor, ownerZone);
    }

    /**
     * What comes after the current occurrence; empty when it was the last.
     * @param due when the current one is due, which may be later than the series has it: days passed over so are gone
     * @param today the day on which the current one is dealt with
     */
    Optional<Due> next(LocalDate due, LocalDate today, ZoneId ownerZone) {
        RecurrenceRule parsed = RecurrenceRule.parse(this.rule);
        if (this.from == RecurrenceFrom.SCHEDULE) {
            return series(ownerZone).from(after(due)).findFirst();
        }
        if (this.number - this.firstNumber + 1 >= parsed.count()) {
            return Optional.empty();
        }
        return new RecurrenceSeries(parsed.uncounted(), this.anchor.on(today), ownerZone).from(today.plusDays(1))
                .findFirst();
    }

    /** The day that what comes next on the schedule is looked for from, when the current occurrence is due on one. */
    LocalDate after(LocalDate due) {
        return (due.isAfter(this.occurrence) ? due : this.occurrence).plusDays(1);
    }

    /** Whether an occurrence that is due then is where the rule has it, and not rescheduled. */
    boolean isOnSchedule(Due due, ZoneId ownerZone) {
        return due.equals(this.anchor.on(this.occurrence))
                && series(ownerZone).from(this.occurrence).findFirst().filter(due::equals).isPresent();
    }

    /** The next occurrence as the current one. */
    Recurrence advanceTo(LocalDate next) {
        return new Recurrence(this.rule, this.from, this.anchor, next, this.number + 1, this.firstNumber);
    }

}

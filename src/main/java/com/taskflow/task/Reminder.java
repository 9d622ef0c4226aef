package com.taskflow.task;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.web.StorableTime;

/**
 * When to remind of a task: some time before it is due, or at an instant.
 *
 * @param before an ISO 8601 duration of weeks or days and hours, minutes and seconds; days are days where the task is due,
 * whatever the clock does; negative for after
 * @param at the instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
        {"before": "PT30M"}""")
record Reminder(
        @Pattern(regexp = FORMAT, message = "must be an ISO 8601 duration of weeks, days, hours, minutes and seconds") @Nullable String before,
        @StorableTime @Nullable Instant at) {

    private static final String FORMAT = "-?P(?=.)(\\d{1,2}W|(\\d{1,3}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,5}M)?(\\d{1,5}S)?)?)";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws InvalidException for the field {@code reminders}, when both or neither is given */
    String spec() {
        if ((this.before == null) == (this.at == null)) {
            throw InvalidException.field("reminders", "invalid", "takes either \"before\" or \"at\" in each element");
        }
        return (this.before != null) ? this.before : String.valueOf(this.at).replaceAll("(\\.\\d{3})\\d+", "$1");
    }

    /** @throws InvalidException for the field {@code reminders} */
    static List<String> specs(List<Reminder> reminders) {
        return reminders.stream().map(Reminder::spec).toList();
    }

    static List<Reminder> ofSpecs(List<String> specs) {
        return specs.stream().map(Reminder::ofSpec).toList();
    }

    static Reminder ofSpec(String spec) {
        return (spec.startsWith("P") || spec.startsWith("-"))
                ? new Reminder(spec, null)
                : new Reminder(null, Instant.parse(spec));
    }

    /** When it is due; empty when it depends on a due date and there is none, or is beyond all time. */
    Optional<Instant> instant(@Nullable Due due, ZoneId ownerZone) {
        if (this.before == null) {
            return Optional.ofNullable(this.at);
        }
        return (due != null) ? moved(due, ownerZone) : Optional.empty();
    }

    private Optional<Instant> moved(Due due, ZoneId ownerZone) {
        String text = String.valueOf(this.before);
        boolean after = text.startsWith("-");
        String amount = after ? text.substring(1) : text;
        int time = amount.indexOf('T');
        Period days = (time == 1) ? Period.ZERO : Period.parse((time < 0) ? amount : amount.substring(0, time));
        Duration hours = (time < 0) ? Duration.ZERO : Duration.parse("P" + amount.substring(time));
        try {
            ZonedDateTime start = due.at(ownerZone).atZone(due.zone(ownerZone));
            ZonedDateTime moved = after ? start.plus(days).plus(hours) : start.minus(days).minus(hours);
            return Optional.of(moved.toInstant()).filter((at) -> at.isAfter(FIRST) && at.isBefore(LAST));
        } catch (DateTimeException | ArithmeticException ex) {
            return Optional.empty();
        }
    }

}

package com.taskflow.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Objects;
import java.util.stream.Stream;

import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Priority;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

import com.taskflow.task.TaskAgenda;

/**
 * A task as events: one for when it is due, which comes again by the task's rule. Where the due date is not on its
 * schedule, since it was rescheduled or the rule does not give the first one, what follows is an event of its own: the
 * rule counts from where it starts.
 */
final class CalendarEvents {

    /** How long a task with a time is shown: it has no length of its own. */
    private static final Duration SHOWN = Duration.ofMinutes(30);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private CalendarEvents() {}

    static Stream<VEvent> of(TaskAgenda.Entry entry) {
        TaskAgenda.Series series = entry.series();
        if (series == null) {
            return Stream.of(event(entry, entry.due(), "", null));
        }
        return series.first().equals(entry.due())
                ? Stream.of(event(entry, entry.due(), "", series))
                : Stream.of(event(entry, entry.due(), "", null), event(entry, series.first(), "-next", series));
    }

    private static VEvent event(TaskAgenda.Entry entry, TaskAgenda.Time time, String suffix,
            TaskAgenda.@Nullable Series series) {
        VEvent event = (time.time() == null)
                ? new VEvent(time.date(), text(entry.title()))
                : new VEvent(start(time, series != null), SHOWN, text(entry.title()));
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(entry.updatedAt()));
        event.add(new Uid(entry.id() + suffix + "@taskflow"));
        event.add(new Sequence(entry.version()));
        event.add(new Created(entry.createdAt()));
        event.add(new LastModified(entry.updatedAt()));
        event.add(new Priority(entry.priority()));
        event.add(ImmutableTransp.TRANSPARENT);
        if (series != null) {
            event.add(new RRule<>(series.rule() + until(time, series.last())));
        }
        if (entry.description() != null) {
            event.add(new Description(text(entry.description())));
        }
        if (!entry.labels().isEmpty()) {
            event.add(new Categories(new TextList(entry.labels().stream().map(CalendarEvents::text).toList())));
        }
        return event;
    }

    /** A fixed time goes as its instant, which needs no agreement about the rules of zones, unless it comes again. */
    private static Temporal start(TaskAgenda.Time time, boolean again) {
        LocalDateTime local = time.date().atTime(Objects.requireNonNull(time.time()));
        ZoneId zone = time.zone();
        if (zone == null) {
            return local;
        }
        return again ? local.atZone(zone) : local.atZone(zone).toInstant();
    }

    /** In the form that the start asks for (RFC 5545 §3.3.10). */
    private static String until(TaskAgenda.Time time, @Nullable LocalDate last) {
        if (last == null) {
            return "";
        }
        if (time.time() == null) {
            return ";UNTIL=" + DATE.format(last);
        }
        LocalDateTime local = last.atTime(time.time());
        return ";UNTIL=" + ((time.zone() == null)
                ? LOCAL.format(local)
                : LOCAL.format(local.atZone(time.zone()).withZoneSameInstant(ZoneOffset.UTC)) + "Z");
    }

    /** Without the control characters that RFC 5545 §3.1 excludes. */
    private static String text(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

}

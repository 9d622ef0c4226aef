package com.taskflow.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Priority;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import com.taskflow.task.TaskAgenda;

/**
 * Open tasks as an iCalendar object (RFC 5545). They are events, since most calendars that subscribe to an address leave
 * out to-dos: all day, at a local time wherever the reader is, or at an instant, and never in the way of other events.
 */
final class CalendarDocument {

    /** How long a task with a time is shown: it has no length of its own. */
    private static final Duration SHOWN = Duration.ofMinutes(30);

    private static final int UNFOLDED = Integer.MAX_VALUE;

    private CalendarDocument() {}

    static byte[] write(List<TaskAgenda.Entry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//TaskFlow//TaskFlow//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "TaskFlow"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        entries.forEach((entry) -> calendar.add(event(entry)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return LineFolding.fold(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(TaskAgenda.Entry entry) {
        VEvent event = (entry.time() == null)
                ? new VEvent(entry.date(), text(entry.title()))
                : new VEvent(start(entry), SHOWN, text(entry.title()));
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(entry.updatedAt()));
        event.add(new Uid(entry.id() + "@taskflow"));
        event.add(new Sequence(entry.version()));
        event.add(new Created(entry.createdAt()));
        event.add(new LastModified(entry.updatedAt()));
        event.add(new Priority(entry.priority()));
        event.add(ImmutableTransp.TRANSPARENT);
        if (entry.description() != null) {
            event.add(new Description(text(entry.description())));
        }
        if (!entry.labels().isEmpty()) {
            event.add(new Categories(new TextList(entry.labels().stream().map(CalendarDocument::text).toList())));
        }
        return event;
    }

    /** A fixed time goes as its instant, which needs no agreement about the rules of zones. */
    private static Temporal start(TaskAgenda.Entry entry) {
        LocalDateTime local = entry.date().atTime(Objects.requireNonNull(entry.time()));
        return (entry.timeZone() != null) ? local.atZone(ZoneId.of(entry.timeZone())).toInstant() : local;
    }

    /** Without the control characters that RFC 5545 §3.1 excludes. */
    private static String text(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

}

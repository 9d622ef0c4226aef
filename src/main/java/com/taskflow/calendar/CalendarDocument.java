package com.taskflow.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import com.taskflow.task.TaskAgenda;

/**
 * Open tasks as an iCalendar object (RFC 5545). They are events, since most calendars that subscribe to an address leave
 * out to-dos: all day, at a local time wherever the reader is, or at an instant, and never in the way of other events.
 */
final class CalendarDocument {

    private static final int UNFOLDED = Integer.MAX_VALUE;

    /** Kept: it reads a zone's rules from a file when the zone is first asked for. */
    private static final TimeZoneRegistry ZONES = TimeZoneRegistryFactory.getInstance().createRegistry();

    private CalendarDocument() {}

    static byte[] write(List<TaskAgenda.Entry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//TaskFlow//TaskFlow//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "TaskFlow"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        addZones(calendar, entries);
        entries.stream().flatMap(CalendarEvents::of).forEach(calendar::add);
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return LineFolding.fold(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The rules of the zones that something comes again in. One that the library does not know yet goes by its name. */
    private static void addZones(Calendar calendar, List<TaskAgenda.Entry> entries) {
        entries.stream().map(TaskAgenda.Entry::series).filter(Objects::nonNull)
                .map((series) -> series.first().zone()).filter(Objects::nonNull).distinct()
                .map((zone) -> ZONES.getTimeZone(zone.getId())).filter(Objects::nonNull)
                .forEach((zone) -> calendar.add(zone.getVTimeZone()));
    }

}

package com.taskflow.calendar;

import java.util.UUID;

import org.springframework.stereotype.Service;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.web.EntityTag;
import com.taskflow.task.TaskAgenda;

/** Writes the calendar that a secret opens. */
@Service
class CalendarService {

    /** Part of every tag: another one as soon as calendars are written otherwise. */
    private static final int REPRESENTATION = 2;

    private final FeedService feeds;

    private final TaskAgenda agenda;

    CalendarService(FeedService feeds, TaskAgenda agenda) {
        this.feeds = feeds;
        this.agenda = agenda;
    }

    /**
     * A calendar that may be read.
     *
     * @param tag changes with the owner's tasks
     */
    record Calendar(UUID owner, String tag) {

    }

    /** @throws NotFoundException when the secret opens nothing, or nothing any more */
    Calendar open(FeedSecret secret) {
        UUID owner = this.feeds.owner(secret).orElseThrow(() -> NotFoundException.of("calendar", new UUID(0, 0)));
        return new Calendar(owner, EntityTag.weak("calendar", owner, this.agenda.state(owner), REPRESENTATION));
    }

    byte[] write(Calendar calendar) {
        return CalendarDocument.write(this.agenda.open(calendar.owner()));
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is behind, what is current and what is to come of a task, in order.
 *
 * @param nextFrom the date to ask from for more, null when there is none in the time that was asked for
 */
@Schema(example = """
        {"items": [{"date": "2026-12-01", "time": "09:00", "timeZone": "Europe/Berlin", "at": "2026-12-01T08:00:00.000Z",
          "status": "done", "endedAt": "2026-12-01T08:12:03.456Z"},
         {"date": "2027-01-01", "time": "09:00", "timeZone": "Europe/Berlin", "at": "2027-01-01T08:00:00.000Z",
          "status": "current", "endedAt": null}], "nextFrom": null}""")
record OccurrenceList(List<Item> items, @Nullable LocalDate nextFrom) {

    /**
     * One occurrence.
     *
     * @param at the instant it means or meant, in the user's zone where it has none of its own
     * @param endedAt when it was done or skipped
     */
    @Schema(name = "Occurrence")
    record Item(LocalDate date, @Nullable LocalTime time, @Nullable String timeZone, Instant at,
            OccurrenceStatus status, @Nullable Instant endedAt) {

        static Item of(Due due, OccurrenceStatus status, @Nullable Instant endedAt, ZoneId zone) {
            return new Item(due.date(), due.time(), due.timeZone(), due.at(zone), status, endedAt);
        }

    }

}

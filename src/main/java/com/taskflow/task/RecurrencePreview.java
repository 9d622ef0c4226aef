package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule gives. */
@Schema(example = """
        {"items": [{"date": "2027-01-31", "time": "09:00", "timeZone": "Europe/Berlin", "at": "2027-01-31T08:00:00.000Z"},
                   {"date": "2027-02-28", "time": "09:00", "timeZone": "Europe/Berlin", "at": "2027-02-28T08:00:00.000Z"},
                   {"date": "2027-03-31", "time": "09:00", "timeZone": "Europe/Berlin", "at": "2027-03-31T07:00:00.000Z"}]}""")
record RecurrencePreview(List<Item> items) {

    /**
     * One occurrence.
     *
     * @param at the instant that it means, in the user's zone where it has none of its own
     */
    @Schema(name = "RecurrencePreviewItem")
    record Item(LocalDate date, @Nullable LocalTime time, @Nullable String timeZone, Instant at) {

        static Item of(Due due, ZoneId ownerZone) {
            return new Item(due.date(), due.time(), due.timeZone(), due.at(ownerZone));
        }

    }

}

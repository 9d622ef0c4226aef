package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What has to be done now and then: old rows deleted, yesterday counted. Doing it twice changes nothing. */
@Component
class Housekeeping {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final List<Purge> purges;

    private final List<DailyCount> counts;

    private final JobsDatabase database;

    private final Clock clock;

    Housekeeping(List<Purge> purges, List<DailyCount> counts, JobsDatabase database, Clock clock) {
        this.purges = purges;
        this.counts = counts;
        this.database = database;
        this.clock = clock;
    }

    void purge() {
        for (Purge purge : this.purges) {
            OffsetDateTime before = this.clock.instant().minus(purge.keep()).atOffset(ZoneOffset.UTC);
            long deleted = this.database.deleteInChunks(purge.table(), purge.column() + " < :before",
                    Map.of("before", before));
            if (deleted > 0) {
                log.info("Deleted {} rows of {} that were old by {}", deleted, purge.table(), purge.column());
            }
        }
    }

    void countYesterday() {
        count(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1));
    }

    private void count(LocalDate day) {
        for (DailyCount count : this.counts) {
            long number = this.database.jdbc().sql(count.sql()).param("from", startOf(day))
                    .param("to", startOf(day.plusDays(1))).query(Long.class).single();
            this.database.jdbc().sql("""
                    insert into daily_counter (day, name, count) values (:day, :name, :count)
                    on conflict (day, name) do update set count = excluded.count""")
                    .param("day", day).param("name", count.name()).param("count", number).update();
        }
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;
import com.taskflow.user.ExportSection;

/** What was done of tasks that come again, and what one was reminded of, in the export of one's data. */
@Configuration(proxyBeanMethods = false)
class TimeExport {

    private static final String OCCURRENCES = """
            select * from task_occurrence where user_id = :userId and (task_id, number) > (:task, :number)
            order by task_id, number limit :limit""";

    private static final String REMINDERS = """
            select * from reminder where user_id = :userId and id > :after order by id limit :limit""";

    private static final Key BEFORE_ALL = new Key(new UUID(0, 0), 0);

    /** By which occurrences are read. */
    record Key(UUID taskId, int number) {

    }

    /** An occurrence that was done or skipped. */
    record Occurrence(UUID taskId, int number, LocalDate date, OccurrenceStatus status, Instant at) {

    }

    @Bean
    ExportSection<Occurrence, Key> exportedOccurrences(JdbcClient jdbc) {
        return new ExportSection<>("occurrences", BEFORE_ALL,
                (userId, after, limit) -> jdbc.sql(OCCURRENCES).param("userId", userId).param("task", after.taskId())
                        .param("number", after.number()).param("limit", limit)
                        .query((row, _) -> new Occurrence(row.getObject("task_id", UUID.class), row.getInt("number"),
                                row.getObject("occurrence_date", LocalDate.class),
                                WireName.parse(OccurrenceStatus.class, row.getString("status")),
                                Instants.required(row, "at")))
                        .list(),
                (item) -> new Key(item.taskId(), item.number()));
    }

    @Bean
    ExportSection<ReminderPage.Item, UUID> exportedReminders(JdbcClient jdbc) {
        return ExportSection.byId("reminders",
                (userId, after, limit) -> jdbc.sql(REMINDERS).param("userId", userId).param("after", after)
                        .param("limit", limit).query((row, _) -> ReminderListService.item(row)).list(),
                ReminderPage.Item::id);
    }

}

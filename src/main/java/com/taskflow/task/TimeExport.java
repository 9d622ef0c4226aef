package com.taskflow.task;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.web.WireName;
import com.taskflow.user.ExportSection;

/** What was done of tasks that come again, and what one was reminded of, in the export of one's data. */
@Configuration(proxyBeanMethods = false)
class TimeExport {

    private static final String OCCURRENCES = """
            select task_id, array_agg(occurrence_date order by number) as dates,
                array_agg(status order by number) as statuses, array_agg(at order by number) as times
            from task_occurrence where user_id = :userId and task_id > :after
            group by task_id order by task_id limit :limit""";

    private static final String REMINDERS = """
            select * from reminder where user_id = :userId and id > :after order by id limit :limit""";

    /** The occurrences of a task that are behind. */
    record TaskOccurrences(UUID taskId, List<OccurrenceLog.Entry> occurrences) {

    }

    @Bean
    ExportSection<TaskOccurrences, UUID> exportedOccurrences(JdbcClient jdbc) {
        return ExportSection.byId("occurrences",
                (userId, after, limit) -> jdbc.sql(OCCURRENCES).param("userId", userId).param("after", after)
                        .param("limit", limit).query((row, _) -> occurrences(row)).list(),
                TaskOccurrences::taskId);
    }

    private static TaskOccurrences occurrences(ResultSet row) throws SQLException {
        Date[] dates = (Date[]) row.getArray("dates").getArray();
        String[] statuses = (String[]) row.getArray("statuses").getArray();
        Timestamp[] times = (Timestamp[]) row.getArray("times").getArray();
        return new TaskOccurrences(row.getObject("task_id", UUID.class), IntStream.range(0, dates.length)
                .mapToObj((i) -> new OccurrenceLog.Entry(dates[i].toLocalDate(),
                        WireName.parse(OccurrenceStatus.class, statuses[i]), times[i].toInstant()))
                .toList());
    }

    @Bean
    ExportSection<ReminderPage.Item, UUID> exportedReminders(JdbcClient jdbc) {
        return ExportSection.byId("reminders",
                (userId, after, limit) -> jdbc.sql(REMINDERS).param("userId", userId).param("after", after)
                        .param("limit", limit).query((row, _) -> ReminderListService.item(row)).list(),
                ReminderPage.Item::id);
    }

}

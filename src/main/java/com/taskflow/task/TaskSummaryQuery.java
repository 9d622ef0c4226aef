package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.web.WireName;

/**
 * Counts an owner's tasks, and reads the counter and the zone that the figures belong to, in one statement. PostgreSQL
 * counts and Java knows the zones, so the two need not agree on their rules: what is due within two days, which is all
 * that can be today anywhere, is counted by its day or instant, what is earlier or later as if it were that far away.
 */
@Component
class TaskSummaryQuery {

    private static final String SQL = """
            select c.epoch, c.seq, u.time_zone, t.* from change_counter c join users u on u.id = c.user_id
            left join lateral (
                select status, priority, count(*) as tasks,
                    case when status <> 'done' and due_time is null
                        then greatest(:firstDay, least(due_date, :lastDay)) end as day,
                    case when status <> 'done' and due_time is not null
                        then greatest(:first, least(due_at, :last)) end as at
                from task
                where user_id = :owner and deleted_at is null and not (c.epoch = :seenEpoch and c.seq = :seenSeq)
                group by 1, 2, 4, 5) t on true
            where c.user_id = :owner""";

    private static final int DAYS = 2;

    private static final long NOTHING_SEEN = -1;

    private final JdbcClient jdbc;

    TaskSummaryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the statement found.
     *
     * @param groups empty also when the client has seen this counter
     */
    record Result(long epoch, long seq, ZoneId zone, List<TaskSummary.Group> groups) {

    }

    /** @param seen the tag whose counter the client has seen, null when it has none */
    Result run(UUID owner, Instant now, @Nullable TaskSummaryTag seen) {
        Collector rows = new Collector();
        var time = now.atOffset(ZoneOffset.UTC);
        this.jdbc.sql(SQL).param("owner", owner).param("first", time.minusDays(DAYS))
                .param("last", time.plusDays(DAYS)).param("firstDay", time.toLocalDate().minusDays(DAYS))
                .param("lastDay", time.toLocalDate().plusDays(DAYS))
                .param("seenEpoch", (seen != null) ? seen.epoch() : NOTHING_SEEN)
                .param("seenSeq", (seen != null) ? seen.seq() : NOTHING_SEEN).query(rows);
        return new Result(rows.epoch, rows.seq, rows.zone, rows.groups);
    }

    /** Takes counter and zone from the first row, which is there even without tasks. */
    private static final class Collector implements RowCallbackHandler {

        private final List<TaskSummary.Group> groups = new ArrayList<>();

        private long epoch;

        private long seq;

        private ZoneId zone = ZoneOffset.UTC;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            this.epoch = row.getLong("epoch");
            this.seq = row.getLong("seq");
            this.zone = ZoneId.of(row.getString("time_zone"));
            String status = row.getString("status");
            if (status != null) {
                this.groups.add(new TaskSummary.Group(WireName.parse(TaskStatus.class, status),
                        WireName.parse(TaskPriority.class, row.getString("priority")),
                        row.getObject("day", LocalDate.class), Instants.of(row, "at"), row.getInt("tasks")));
            }
        }

    }

}

package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import com.taskflow.platform.persistence.OwnReads;

/**
 * Reads a page of an owner's tasks and the change counter it belongs to in one statement, written by hand since it is
 * the service's hottest. When the counter stands where the client saw it, the statement does not look at the tasks at
 * all. The limit is a literal: a bound one makes PostgreSQL plan anew at every execution.
 */
@Component
class TaskListQuery {

    private static final String SELECT = """
            select c.epoch, c.seq, t.* from change_counter c left join lateral (
            select id, title, description, status, priority, priority_order, due_date, due_time, due_zone, due_at, due_key,
            title_folded, rank, labels, parent_id, created_at, updated_at, completed_at, version,
            recurrence_rule, recurrence_from, anchor_date, anchor_time, anchor_zone, occurrence_date,
            occurrence_number, occurrence_first, reminders
            from task where user_id = ? and deleted_at is null""";

    private static final String UNLESS_SEEN = " and not (c.epoch = ? and c.seq = ?)";

    private final OwnReads reads;

    TaskListQuery(OwnReads reads) {
        this.reads = reads;
    }

    /**
     * What the statement found.
     *
     * @param rows one more than the page holds when there is a next page; empty also when the client has seen the list
     */
    record Result(long epoch, long seq, List<Row> rows) {

    }

    /** A task and the instant it is due, which its response does not carry. */
    record Row(TaskResponse task, @Nullable Instant dueAt) {

    }

    /**
     * What the request's own words mean where and when it is asked.
     *
     * @param zone where the owner's days begin
     * @param filter the filter's condition, null without a filter
     */
    record Scope(ZoneId zone, FilterSql.@Nullable Condition filter) {

    }

    /**
     * Runs the statement.
     * @param seen the list that the client has, null when it has none
     */
    Result run(UUID owner, ListTasksRequest request, Scope scope, @Nullable TaskCursor after, @Nullable ListTag seen) {
        Statement statement = statement(owner, request, scope, after, seen);
        return this.reads.read(owner, (jdbc) -> run(jdbc, statement), Result::seq);
    }

    private static Result run(JdbcClient jdbc, Statement statement) {
        Collector rows = new Collector();
        jdbc.sql(statement.sql()).params(statement.parameters()).query(rows);
        return new Result(rows.epoch, rows.seq, rows.rows);
    }

    /** SQL made of this class's own pieces, and what the client gave, as parameters. */
    record Statement(String sql, List<Object> parameters) {

    }

    static Statement statement(UUID owner, ListTasksRequest request, Scope scope, @Nullable TaskCursor after,
            @Nullable ListTag seen) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>(List.of(owner));
        addFilters(request, scope.zone(), sql, parameters);
        addFilter(scope.filter(), sql, parameters);
        if (seen != null) {
            sql.append(UNLESS_SEEN);
            parameters.addAll(List.of(seen.epoch(), seen.seq()));
        }
        addOrder(request, after, sql, parameters);
        parameters.add(owner);
        return new Statement(sql.toString(), parameters);
    }

    private static void addFilters(ListTasksRequest request, ZoneId zone, StringBuilder sql, List<Object> parameters) {
        if (request.status() != null) {
            add(sql, parameters, " and status = ?", request.status().wireName());
        }
        if (request.priority() != null) {
            add(sql, parameters, " and priority = ?", request.priority().wireName());
        }
        if (request.label() != null) {
            add(sql, parameters, " and labels && ?::text[]", request.label().toArray(String[]::new));
        }
        if (request.q() != null) {
            // strpos takes the text as it is: there is nothing to escape.
            add(sql, parameters, " and strpos(title_folded, ?) > 0", TitleFolding.fold(request.q()));
        }
        if (request.parentId() != null) {
            add(sql, parameters, " and parent_id = ?", request.parentId());
        }
        addBound(sql, parameters, " and due_at < ?", request.dueBefore(), zone);
        addBound(sql, parameters, " and due_at > ?", request.dueAfter(), zone);
        addBound(sql, parameters, " and updated_at >= ?", request.updatedSince(), zone);
    }

    private static void addFilter(FilterSql.@Nullable Condition filter, StringBuilder sql, List<Object> parameters) {
        if (filter != null) {
            sql.append(" and (").append(filter.sql()).append(')');
            parameters.addAll(filter.parameters());
        }
    }

    private static void addBound(StringBuilder sql, List<Object> parameters, String condition,
            @Nullable TimeBound bound, ZoneId zone) {
        if (bound != null) {
            add(sql, parameters, condition, bound.in(zone).atOffset(ZoneOffset.UTC));
        }
    }

    private static void addOrder(ListTasksRequest request, @Nullable TaskCursor after, StringBuilder sql,
            List<Object> parameters) {
        TaskOrder order = request.order();
        if (after != null) {
            sql.append(" and (%s, id) %s (?::%s, ?)".formatted(order.expression(), order.descending() ? "<" : ">",
                    order.sort().type()));
            parameters.addAll(List.of(after.key(), after.id()));
        }
        String orderBy = " order by %1$s %2$s, id %2$s".formatted(order.expression(), order.direction());
        sql.append(orderBy).append(" limit ").append(request.pageSize() + 1)
                .append(") t on true where c.user_id = ?").append(orderBy);
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, Object parameter) {
        sql.append(condition);
        parameters.add(parameter);
    }

    /** Takes the counter from the first row, which is there even without tasks, and a task from every row that has one. */
    private static final class Collector implements RowCallbackHandler {

        private final List<Row> rows = new ArrayList<>();

        private long epoch;

        /** Negative until there is a row: a replica may not know the owner yet. */
        private long seq = -1;

        @Override
        public void processRow(ResultSet row) throws SQLException {
            this.epoch = row.getLong("epoch");
            this.seq = row.getLong("seq");
            UUID id = row.getObject("id", UUID.class);
            if (id != null) {
                this.rows.add(new Row(TaskRows.task(row, id), Instants.of(row, "due_at")));
            }
        }

    }

}

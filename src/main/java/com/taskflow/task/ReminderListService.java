package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.PageRows;
import com.taskflow.platform.web.WireName;

/** Reads the ledger of reminders. */
@Service
class ReminderListService {

    private static final String SELECT = "select * from reminder where user_id = ?";

    private final JdbcClient jdbc;

    private final TaskCursor.Codec cursors;

    ReminderListService(JdbcClient jdbc, TaskCursor.Codec cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    @Transactional(readOnly = true)
    ReminderPage list(CurrentUser actor, ListRemindersRequest request) {
        String fingerprint = request.fingerprint(actor.id());
        TaskCursor after = this.cursors.decode(request.cursor(), fingerprint);
        List<Object> parameters = new ArrayList<>(List.of(actor.id()));
        String sql = sql(request, after, parameters);
        PageRows<ReminderPage.Item> page = PageRows
                .of(this.jdbc.sql(sql).params(parameters).query((row, _) -> item(row)).list(), request.pageSize());
        return new ReminderPage(page.rows(), page.nextCursor((last) -> this.cursors
                .encode(new TaskCursor(TaskRows.text(last.remindAt()), last.id()), fingerprint)));
    }

    private static String sql(ListRemindersRequest request, @Nullable TaskCursor after, List<Object> parameters) {
        StringBuilder sql = new StringBuilder(SELECT);
        if (request.status() != null) {
            sql.append(" and status = ?");
            parameters.add(request.status().wireName());
        }
        if (request.taskId() != null) {
            sql.append(" and task_id = ?");
            parameters.add(request.taskId());
        }
        if (after != null) {
            sql.append(" and (remind_at, id) < (?::timestamptz, ?)");
            parameters.addAll(List.of(after.key(), after.id()));
        }
        return sql.append(" order by remind_at desc, id desc limit ").append(request.pageSize() + 1).toString();
    }

    static ReminderPage.Item item(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new ReminderPage.Item(row.getObject("id", UUID.class), row.getObject("task_id", UUID.class),
                Reminder.ofSpec(row.getString("spec")), row.getString("channel"), Instants.of(row, "due_at"),
                Instants.required(row, "remind_at"),
                WireName.parse(ReminderStatus.class, row.getString("status")),
                (reason != null) ? WireName.parse(ReminderReason.class, reason) : null,
                Instants.of(row, "decided_at"));
    }

}

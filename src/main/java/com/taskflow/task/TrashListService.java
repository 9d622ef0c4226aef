package com.taskflow.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.EntityTag;
import com.taskflow.platform.web.PageRequest;
import com.taskflow.platform.web.PageRows;

/** Lists what is in an owner's trash, the latest deleted first. */
@Service
class TrashListService {

    private static final String SELECT = "select * from task where user_id = :owner and deleted_at is not null";

    private static final String AFTER = " and (deleted_at, id) < (:deletedAt::timestamptz, :id)";

    private final JdbcClient jdbc;

    private final ChangeCounter counter;

    private final TaskCursor.Codec cursors;

    TrashListService(JdbcClient jdbc, ChangeCounter counter, TaskCursor.Codec cursors) {
        this.jdbc = jdbc;
        this.counter = counter;
        this.cursors = cursors;
    }

    @Transactional(readOnly = true)
    public ConditionalPage<TrashPage> list(CurrentUser actor, PageRequest request, @Nullable String ifNoneMatch) {
        String fingerprint = EntityTag.digest("trash", actor.id());
        TaskCursor after = this.cursors.decode(request.cursor(), fingerprint);
        String digest = EntityTag.digest(fingerprint, request.pageSize(), request.cursor());
        ListTag tag = ListTag.of(this.counter.position(actor.id()), digest);
        if (tag.equals(ListTag.find(ifNoneMatch, digest))) {
            return new ConditionalPage<>(tag, null);
        }
        PageRows<TrashedTask> page = PageRows.of(read(actor.id(), after, request.pageSize() + 1), request.pageSize());
        return new ConditionalPage<>(tag,
                new TrashPage(page.rows(), page.nextCursor((last) -> cursorAfter(last, fingerprint))));
    }

    private List<TrashedTask> read(UUID owner, @Nullable TaskCursor after, int limit) {
        String sql = SELECT + ((after != null) ? AFTER : "") + " order by deleted_at desc, id desc limit " + limit;
        JdbcClient.StatementSpec statement = this.jdbc.sql(sql).param("owner", owner);
        if (after != null) {
            statement = statement.param("deletedAt", after.key()).param("id", after.id());
        }
        return statement.query((row, _) -> trashed(row)).list();
    }

    private static TrashedTask trashed(ResultSet row) throws SQLException {
        return new TrashedTask(TaskRows.task(row, row.getObject("id", UUID.class)),
                Instants.required(row, "deleted_at"));
    }

    private String cursorAfter(TrashedTask last, String fingerprint) {
        return this.cursors.encode(new TaskCursor(last.deletedAt().toString(), last.task().id()), fingerprint);
    }

}

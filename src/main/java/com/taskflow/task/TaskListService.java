package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.EntityTag;
import com.taskflow.platform.web.PageRows;
import com.taskflow.user.UserService;

/** Lists and searches an owner's tasks. */
@Service
class TaskListService {

    private final TaskListQuery query;

    private final TaskCursor.Codec cursors;

    private final UserService users;

    private final Clock clock;

    TaskListService(TaskListQuery query, TaskCursor.Codec cursors, UserService users,
            Clock clock) {
        this.query = query;
        this.cursors = cursors;
        this.users = users;
        this.clock = clock;
    }

    /** One statement on the tasks, which sees one moment: a transaction around it would only cost two more trips. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public ConditionalPage<TaskPage> list(CurrentUser actor, ListTasksRequest request, @Nullable String ifNoneMatch) {
        TaskFilter filter = TaskFilter.of(request.filter());
        Instant now = this.clock.instant();
        ZoneId zone = zone(actor, request, filter);
        String fingerprint = EntityTag.digest(request.fingerprint(actor.id()), zone,
                (filter != null) ? filter.day(now, zone) : null);
        TaskCursor after = this.cursors.decode(request.cursor(), fingerprint);
        String digest = EntityTag.digest(fingerprint, request.pageSize(), request.cursor(),
                (filter != null) ? filter.minute(now) : null);
        ListTag seen = ListTag.find(ifNoneMatch, digest);

        TaskListQuery.Result result = this.query.run(actor.id(), request,
                new TaskListQuery.Scope(zone, (filter != null) ? filter.at(now, zone) : null), after, seen);

        ListTag tag = new ListTag(result.epoch(), result.seq(), digest);
        return new ConditionalPage<>(tag, tag.equals(seen) ? null : page(request, result.rows(), fingerprint));
    }

    /** The owner's zone where it matters, UTC elsewhere; looking it up costs a statement. */
    private ZoneId zone(CurrentUser actor, ListTasksRequest request, @Nullable TaskFilter filter) {
        boolean matters = request.followsOwner() || (filter != null && filter.followsOwner());
        return matters ? this.users.timeZone(actor.id()) : ZoneOffset.UTC;
    }

    private TaskPage page(ListTasksRequest request, List<TaskListQuery.Row> rows, String fingerprint) {
        PageRows<TaskListQuery.Row> page = PageRows.of(rows, request.pageSize());
        return new TaskPage(page.rows().stream().map(TaskListQuery.Row::task).toList(),
                page.nextCursor((last) -> cursorAfter(last, request.order(), fingerprint)));
    }

    private String cursorAfter(TaskListQuery.Row last, TaskOrder order, String fingerprint) {
        String key = order.sort().keyOf(last.task(), last.dueAt(), order.descending());
        return this.cursors.encode(new TaskCursor(key, last.task().id()), fingerprint);
    }

}

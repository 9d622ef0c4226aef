package com.taskflow.task;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.EntityTag;
import com.taskflow.user.UserService;

/** Lists and searches an owner's tasks. */
@Service
class TaskListService {

    private final TaskListQuery query;

    private final TaskCursor.Codec cursors;

    private final UserService users;

    TaskListService(TaskListQuery query, TaskCursor.Codec cursors, UserService users) {
        this.query = query;
        this.cursors = cursors;
        this.users = users;
    }

    /** One statement that sees one moment: a transaction around it would only cost two more trips. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Listing<TaskPage> list(CurrentUser actor, ListTasksRequest request, @Nullable String ifNoneMatch) {
        String fingerprint = request.fingerprint(actor.id());
        TaskCursor after = this.cursors.decode(request.cursor(), fingerprint);
        ZoneId zone = request.followsOwner() ? this.users.timeZone(actor.id()) : ZoneOffset.UTC;
        String digest = EntityTag.digest(fingerprint, request.pageSize(), request.cursor(), zone);
        ListTag seen = ListTag.find(ifNoneMatch, digest);

        TaskListQuery.Result result = this.query.run(actor.id(), request, zone, after, seen);

        ListTag tag = new ListTag(result.epoch(), result.seq(), digest);
        return new Listing<>(tag, tag.equals(seen) ? null : page(request, result.rows(), fingerprint));
    }

    private TaskPage page(ListTasksRequest request, List<TaskListQuery.Row> rows, String fingerprint) {
        boolean more = rows.size() > request.pageSize();
        List<TaskListQuery.Row> page = more ? rows.subList(0, request.pageSize()) : rows;
        List<TaskResponse> items = page.stream().map(TaskListQuery.Row::task).toList();
        return new TaskPage(items, more ? cursorAfter(page.getLast(), request.order(), fingerprint) : null);
    }

    private String cursorAfter(TaskListQuery.Row last, TaskOrder order, String fingerprint) {
        String key = order.sort().keyOf(last.task(), last.dueAt(), order.descending());
        return this.cursors.encode(new TaskCursor(key, last.task().id()), fingerprint);
    }

}

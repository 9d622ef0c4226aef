package com.taskflow.task;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.EntityTag;
import com.taskflow.platform.web.PageRequest;
import com.taskflow.platform.web.PageRows;

/** Reads what was done to a task. */
@Service
class HistoryService {

    private final TaskRepository tasks;

    private final ChangeLog log;

    private final ChangeCounter counter;

    private final TaskCursor.Codec cursors;

    HistoryService(TaskRepository tasks, ChangeLog log, ChangeCounter counter, TaskCursor.Codec cursors) {
        this.tasks = tasks;
        this.log = log;
        this.counter = counter;
        this.cursors = cursors;
    }

    /** The latest first; of a task in the trash, too. */
    @Transactional(readOnly = true)
    public ConditionalPage<HistoryPage> list(CurrentUser actor, UUID id, PageRequest request,
            @Nullable String ifNoneMatch) {
        String fingerprint = EntityTag.digest("history", actor.id(), id);
        TaskCursor after = this.cursors.decode(request.cursor(), fingerprint);
        if (this.tasks.findById(new TaskId(actor.id(), id)).isEmpty()) {
            throw NotFoundException.of("task", id);
        }
        String digest = EntityTag.digest(fingerprint, request.pageSize(), request.cursor());
        ListTag tag = ListTag.of(this.counter.position(actor.id()), digest);
        if (tag.equals(ListTag.find(ifNoneMatch, digest))) {
            return new ConditionalPage<>(tag, null);
        }
        long before = (after != null) ? Long.parseLong(after.key()) : Long.MAX_VALUE;
        PageRows<ChangeLog.Entry> page = PageRows
                .of(this.log.ofTask(actor.id(), id, before, request.pageSize() + 1), request.pageSize());
        return new ConditionalPage<>(tag, new HistoryPage(page.rows().stream().map(HistoryEntry::from).toList(),
                page.nextCursor((last) -> cursorAfter(last.change(), fingerprint))));
    }

    private String cursorAfter(TaskChange last, String fingerprint) {
        return this.cursors.encode(new TaskCursor(Long.toString(last.seq()), last.taskId()), fingerprint);
    }

}

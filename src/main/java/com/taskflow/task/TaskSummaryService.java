package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.security.CurrentUser;

/** Sums up an owner's tasks as of the present minute. */
@Service
class TaskSummaryService {

    private final TaskSummaryQuery query;

    private final Clock clock;

    TaskSummaryService(TaskSummaryQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    /**
     * A summary, or the news that it is what the client has.
     *
     * @param summary null when the client's tag still holds
     */
    record Answer(TaskSummaryTag tag, @Nullable TaskSummary summary) {

    }

    /** One statement that sees one moment; two when the owner has moved since the client's tag of the same minute. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Answer summarize(CurrentUser actor, @Nullable String ifNoneMatch) {
        // Of the minute, as the tag says: the same tag never has two answers.
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
        TaskSummaryTag seen = TaskSummaryTag.find(ifNoneMatch, TaskSummaryTag.minuteOf(now));
        Answer answer = answer(actor, now, seen);
        if (seen == null || !seen.hasCounterOf(answer.tag())) {
            return answer;
        }
        return answer.tag().equals(seen) ? new Answer(seen, null) : answer(actor, now, null);
    }

    private Answer answer(CurrentUser actor, Instant now, @Nullable TaskSummaryTag seen) {
        TaskSummaryQuery.Result result = this.query.run(actor.id(), now, seen);
        TaskSummaryTag tag = new TaskSummaryTag(result.epoch(), result.seq(), TaskSummaryTag.minuteOf(now),
                TaskSummaryTag.place(actor.id(), result.zone()));
        return new Answer(tag, TaskSummary.of(result.groups(), now, result.zone()));
    }

}

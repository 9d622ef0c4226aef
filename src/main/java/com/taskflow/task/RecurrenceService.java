package com.taskflow.task;

import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.UserService;

/** What rules give, for tasks that have them and for those that may get them. */
@Service
class RecurrenceService {

    private final UserService users;

    RecurrenceService(UserService users) {
        this.users = users;
    }

    /** No statement but the one for the owner's zone, where that matters. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    RecurrencePreview preview(CurrentUser actor, PreviewRecurrenceRequest request) {
        ZoneId zone = request.due().followsOwner() ? this.users.timeZone(actor.id()) : ZoneOffset.UTC;
        RecurrenceSeries series = new RecurrenceSeries(RecurrenceRule.parse(request.rule()), request.due(), zone);
        return new RecurrencePreview(series.from(request.from()).limit(request.size())
                .map((due) -> RecurrencePreview.Item.of(due, zone)).toList());
    }

}

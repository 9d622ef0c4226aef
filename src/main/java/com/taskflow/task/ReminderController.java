package com.taskflow.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** What one is, was and was not reminded of. */
@Tag(name = "Reminders", description = "What one is, was and was not reminded of")
@RestController
@RequestMapping(path = "/api/v1/reminders", produces = MediaType.APPLICATION_JSON_VALUE)
class ReminderController {

    private final ReminderListService reminders;

    ReminderController(ReminderListService reminders) {
        this.reminders = reminders;
    }

    @Operation(summary = "List reminders, the latest first: scheduled, sent, suppressed and why")
    @GetMapping
    ReminderPage list(@ParameterObject ListRemindersRequest request, CurrentUser user) {
        return this.reminders.list(user, request);
    }

}

package com.taskflow.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** What a dashboard shows of one's tasks. */
@Tag(name = "Tasks")
@RestController
@RequestMapping(path = "/api/v1/tasks/summary", produces = MediaType.APPLICATION_JSON_VALUE)
class TaskSummaryController {

    private final TaskSummaryService summaries;

    TaskSummaryController(TaskSummaryService summaries) {
        this.summaries = summaries;
    }

    @Operation(summary = "Count tasks by status and priority, the overdue ones and those due today")
    @GetMapping
    ResponseEntity<TaskSummary> summarize(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            CurrentUser user) {
        TaskSummaryService.Answer answer = this.summaries.summarize(user, ifNoneMatch);
        HttpStatus status = (answer.summary() != null) ? HttpStatus.OK : HttpStatus.NOT_MODIFIED;
        return ResponseEntity.status(status).eTag(answer.tag().header()).body(answer.summary());
    }

}

package com.taskflow.task;

import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.PageRequest;

/** What was done to a task. */
@Tag(name = "History", description = "What was done to tasks, and taking it back")
@RestController
@RequestMapping(path = "/api/v1/tasks/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryController {

    private final HistoryService history;

    HistoryController(HistoryService history) {
        this.history = history;
    }

    @Operation(summary = "List what was done to a task, the latest first", operationId = "listHistory")
    @GetMapping
    ResponseEntity<HistoryPage> list(@PathVariable UUID id, @ParameterObject PageRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            HttpServletRequest http, CurrentUser user) {
        return this.history.list(user, id, request, ifNoneMatch).toAnswer(http);
    }

}

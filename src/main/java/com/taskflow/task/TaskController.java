package com.taskflow.task;

import java.net.URI;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** One's own tasks. */
@Tag(name = "Tasks", description = "One's own tasks")
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TaskController {

    private final TaskService tasks;

    private final TaskListService lists;

    TaskController(TaskService tasks, TaskListService lists) {
        this.tasks = tasks;
        this.lists = lists;
    }

    @Operation(summary = "Create a task")
    @ApiResponse(responseCode = "201", description = "The new task", headers = @Header(name = "Location", ref = "#/components/headers/Location"))
    @ApiResponse(responseCode = "409", description = "`id-taken`: you have, or had, a task with this id")
    @ApiResponse(responseCode = "422", description = "`invalid-reference`: the parent cannot be one")
    @PostMapping
    ResponseEntity<TaskResponse> create(@Valid @RequestBody CreateTaskRequest request, CurrentUser user) {
        Written<TaskResponse> written = this.tasks.create(user, request);
        TaskResponse task = written.value();
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.id())).eTag(tag(task, user))
                .headers(written::addTo).body(task);
    }

    @Operation(summary = "List, filter and search tasks")
    @GetMapping
    ResponseEntity<TaskPage> list(@ParameterObject ListTasksRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            HttpServletRequest http, CurrentUser user) {
        return this.lists.list(user, request, ifNoneMatch).toAnswer(http);
    }

    @Operation(summary = "Read a task")
    @GetMapping("/{id}")
    ResponseEntity<TaskResponse> read(@PathVariable UUID id, CurrentUser user) {
        TaskResponse task = this.tasks.find(user, id);
        return ResponseEntity.ok().eTag(tag(task, user)).body(task);
    }

    @Operation(summary = "Change a task: what is absent stays, null clears")
    @ApiResponse(responseCode = "200", description = "The task as it is now")
    @ApiResponse(responseCode = "409", description = "`occurrence-mismatch`: the task is at another occurrence, or does not come again")
    @ApiResponse(responseCode = "428", description = "`precondition-required`: an occurrence is to end, and neither it nor If-Match is named")
    @ApiResponse(responseCode = "422", description = "`invalid-reference`: the parent cannot be one")
    @PatchMapping("/{id}")
    ResponseEntity<TaskResponse> update(@PathVariable UUID id, @Valid @RequestBody UpdateTaskRequest patch,
            IfMatch condition, CurrentUser user) {
        Written<TaskResponse> written = this.tasks.update(user, id, patch, condition);
        return ResponseEntity.ok().eTag(tag(written.value(), user)).headers(written::addTo).body(written.value());
    }

    private static String tag(TaskResponse task, CurrentUser user) {
        return task.entityTag(user.id()).header();
    }

}

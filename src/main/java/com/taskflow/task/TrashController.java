package com.taskflow.task;

import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;
import com.taskflow.platform.web.PageRequest;

/** Where deleted tasks are for 30 days. */
@Tag(name = "Trash", description = "Deleted tasks, for 30 days")
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TrashController {

    private final TrashService trash;

    private final TrashListService lists;

    TrashController(TrashService trash, TrashListService lists) {
        this.trash = trash;
        this.lists = lists;
    }

    @Operation(summary = "Move a task and what is below it to the trash", operationId = "deleteTask")
    @ApiResponse(responseCode = "204", description = "In the trash, as it may have been already")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> trash(@PathVariable UUID id, IfMatch condition, CurrentUser user) {
        return ResponseEntity.noContent().headers(this.trash.trash(user, id, condition)::addTo).build();
    }

    @Operation(summary = "List the trash", operationId = "listTrash")
    @GetMapping("/trash")
    ResponseEntity<TrashPage> list(@ParameterObject PageRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            HttpServletRequest http, CurrentUser user) {
        return this.lists.list(user, request, ifNoneMatch).toAnswer(http);
    }

    @Operation(summary = "Take a task from the trash, with what went there together with it", operationId = "restoreTask")
    @PostMapping("/{id}/restore")
    ResponseEntity<TaskResponse> restore(@PathVariable UUID id, CurrentUser user) {
        Written<TaskResponse> written = this.trash.restore(user, id);
        return ResponseEntity.ok().eTag(written.value().entityTag(user.id()).header()).headers(written::addTo)
                .body(written.value());
    }

    @Operation(summary = "End a task in the trash for good, with what went there together with it", operationId = "purgeTask")
    @ApiResponse(responseCode = "204", description = "Gone; this cannot be undone")
    @DeleteMapping("/trash/{id}")
    ResponseEntity<Void> purge(@PathVariable UUID id, IfMatch condition, CurrentUser user) {
        return ResponseEntity.noContent().headers(this.trash.purge(user, id, condition)::addTo).build();
    }

}

package com.taskflow.task;

import java.util.UUID;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** Where a task stands in the manual order. */
@Tag(name = "Tasks")
@RestController
@RequestMapping(path = "/api/v1/tasks/{id}/position", produces = MediaType.APPLICATION_JSON_VALUE)
class PositionController {

    private final PositionService positions;

    PositionController(PositionService positions) {
        this.positions = positions;
    }

    @Operation(summary = "Put a task directly before or after another one in the manual order", operationId = "moveTask")
    @ApiResponse(responseCode = "200", description = "The task with its new rank")
    @ApiResponse(responseCode = "409", description = "`no-room`: no rank is left between the two")
    @ApiResponse(responseCode = "422", description = "`invalid-reference`: the other task cannot be one")
    @PutMapping
    ResponseEntity<TaskResponse> move(@PathVariable UUID id, @Valid @RequestBody MoveTaskRequest request,
            IfMatch condition, CurrentUser user) {
        Written<TaskResponse> written = this.positions.move(user, id, request, condition);
        return ResponseEntity.ok().eTag(written.value().entityTag(user.id()).header()).headers(written::addTo)
                .body(written.value());
    }

}

package com.taskflow.task;

import java.util.UUID;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** The occurrences of one's own tasks that come again. */
@Tag(name = "Recurrence", description = "Tasks that come again")
@RestController
@RequestMapping(path = "/api/v1/tasks/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class OccurrenceController {

    private final OccurrenceService occurrences;

    OccurrenceController(OccurrenceService occurrences) {
        this.occurrences = occurrences;
    }

    @Operation(summary = "List what is behind and what is to come of a task")
    @GetMapping("/occurrences")
    OccurrenceList list(@PathVariable UUID id, @ParameterObject ListOccurrencesRequest request, CurrentUser user) {
        return this.occurrences.list(user, id, request);
    }

    @Operation(summary = "Skip the current occurrence")
    @ApiResponse(responseCode = "200", description = "The task at its next occurrence; a repeat changes nothing")
    @ApiResponse(responseCode = "409", description = "`occurrence-mismatch`: the task is at another occurrence, or does not come again")
    @ApiResponse(responseCode = "428", description = "`precondition-required`: neither an occurrence nor If-Match")
    @PostMapping("/skip")
    ResponseEntity<TaskResponse> skip(@PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable SkipOccurrenceRequest request, IfMatch condition,
            CurrentUser user) {
        Written<TaskResponse> task = this.occurrences.skip(user, id,
                (request != null) ? request.occurrence() : null, condition);
        return ResponseEntity.ok().headers(task::addTo).eTag(task.value().entityTag(user.id()).header())
                .body(task.value());
    }

}

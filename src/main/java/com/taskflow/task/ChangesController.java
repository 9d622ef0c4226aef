package com.taskflow.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** What has changed since the client last asked. */
@Tag(name = "Sync", description = "Following changes, once or live")
@RestController
@RequestMapping(path = "/api/v1/tasks/changes", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangesController {

    private final ChangesService changes;

    ChangesController(ChangesService changes) {
        this.changes = changes;
    }

    @Operation(summary = "List what has changed since the last time", operationId = "listChanges")
    @ApiResponse(responseCode = "200", description = "The next changes in their order")
    @ApiResponse(responseCode = "410", description = "`sync-token-expired`: begin anew, without a token")
    @GetMapping
    ChangesResponse list(@ParameterObject ListChangesRequest request, CurrentUser user) {
        return this.changes.list(user, request);
    }

}

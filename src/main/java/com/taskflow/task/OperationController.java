package com.taskflow.task;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** What was done, by the {@code X-Operation-Id} that the write answered. */
@Tag(name = "History")
@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
class OperationController {

    private final UndoService undo;

    OperationController(UndoService undo) {
        this.undo = undo;
    }

    @Operation(summary = "Take an operation back, as a whole")
    @ApiResponse(responseCode = "200", description = "The tasks as they are now; this is an operation, too")
    @ApiResponse(responseCode = "409", description = "`undo-conflict`: errors names the fields that were changed since; `not-undoable`: too old, or ended for good")
    @PostMapping("/{id}/undo")
    ResponseEntity<UndoResponse> undo(@PathVariable UUID id, CurrentUser user) {
        Written<UndoResponse> written = this.undo.undo(user, id);
        return ResponseEntity.ok().headers(written::addTo).body(written.value());
    }

}

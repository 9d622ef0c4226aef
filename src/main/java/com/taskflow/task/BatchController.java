package com.taskflow.task;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** Many changes in one request. */
@Tag(name = "Tasks")
@RestController
@RequestMapping(path = "/api/v1/tasks/batch", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchController {

    private final BatchService batches;

    BatchController(BatchService batches) {
        this.batches = batches;
    }

    @Operation(summary = "Create, change, delete and restore up to 100 tasks in order", operationId = "runBatch")
    @ApiResponse(responseCode = "200", description = "What became of each; unless atomic some may have been refused")
    @ApiResponse(responseCode = "422", description = "`batch-failed`: all or nothing was asked for and one was refused; index in errors says which")
    @PostMapping
    ResponseEntity<BatchResponse> run(@Valid @RequestBody BatchRequest request,
            @Parameter(description = "All or nothing") @RequestParam(defaultValue = "false") boolean atomic,
            CurrentUser user) {
        Written<BatchResponse> written = this.batches.run(user, request, atomic);
        return ResponseEntity.ok().headers(written::addTo).body(written.value());
    }

}

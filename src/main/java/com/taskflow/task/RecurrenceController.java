package com.taskflow.task;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** Recurrence rules apart from tasks. */
@Tag(name = "Recurrence", description = "Tasks that come again")
@RestController
@RequestMapping(path = "/api/v1/recurrence", produces = MediaType.APPLICATION_JSON_VALUE)
class RecurrenceController {

    private final RecurrenceService recurrence;

    RecurrenceController(RecurrenceService recurrence) {
        this.recurrence = recurrence;
    }

    @Operation(summary = "See what a rule gives; nothing is stored")
    @ApiResponse(responseCode = "200", description = "The occurrences in order; fewer than the limit when it ends")
    @PostMapping("/preview")
    RecurrencePreview preview(@Valid @RequestBody PreviewRecurrenceRequest request, CurrentUser user) {
        return this.recurrence.preview(user, request);
    }

}

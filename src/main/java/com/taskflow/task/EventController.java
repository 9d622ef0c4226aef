package com.taskflow.task;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.AccessGrant;
import com.taskflow.platform.security.CurrentUser;

/** Changes as they happen. */
@Tag(name = "Sync")
@RestController
@RequestMapping(path = "/api/v1/tasks/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class EventController {

    private final EventService events;

    EventController(EventService events) {
        this.events = events;
    }

    @Operation(summary = "Follow changes live", operationId = "followEvents")
    @ApiResponse(responseCode = "200", description = "Server-Sent Events until the access token expires or the session ends", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"), examples = @ExampleObject("""
            event: change
            id: Xk3nC0dZ1uY8b2QwR5tPfg
            data: {"type": "remove", "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"}
            """)))
    @ApiResponse(responseCode = "410", description = "`sync-token-expired`: begin anew, without an id")
    @GetMapping
    void follow(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response, AccessGrant grant, CurrentUser user) throws IOException {
        ChangeToken start = this.events.start(user, lastEventId);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        // Else Nginx would collect events until its buffer is full.
        response.setHeader("X-Accel-Buffering", "no");
        this.events.follow(user, grant, start, response.getOutputStream());
    }

}

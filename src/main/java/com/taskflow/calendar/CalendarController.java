package com.taskflow.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What calendar software reads. */
@Tag(name = "Calendar")
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarService calendars;

    CalendarController(CalendarService calendars) {
        this.calendars = calendars;
    }

    @Operation(summary = "Read a calendar by the secret in its address", operationId = "readCalendar")
    @ApiResponse(responseCode = "200", description = "Open tasks with a due date, as events of RFC 5545", content = @Content)
    @SecurityRequirements
    @GetMapping("/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret, WebRequest request) {
        CalendarService.Calendar calendar = this.calendars.open(new FeedSecret(secret));
        if (request.checkNotModified(calendar.tag())) {
            return ResponseEntity.status(304).build();
        }
        return ResponseEntity.ok().contentType(CALENDAR).eTag(calendar.tag())
                .cacheControl(CacheControl.noCache().cachePrivate()).body(this.calendars.write(calendar));
    }

}

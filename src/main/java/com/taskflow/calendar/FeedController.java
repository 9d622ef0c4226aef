package com.taskflow.calendar;

import java.net.URI;
import java.util.UUID;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** The feeds of one's calendar. */
@Tag(name = "Calendar", description = "Due tasks in calendar software")
@RestController
@RequestMapping(path = "/api/v1/calendar/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
class FeedController {

    private final FeedService feeds;

    FeedController(FeedService feeds) {
        this.feeds = feeds;
    }

    @Operation(summary = "Make a feed; its address is shown this once")
    @ApiResponse(responseCode = "201", description = "The new feed", headers = @Header(name = "Location", ref = "#/components/headers/Location"))
    @ApiResponse(responseCode = "409", description = "`too-many-feeds`: ten at most")
    @PostMapping
    ResponseEntity<NewFeedResponse> create(@Valid @RequestBody CreateFeedRequest request, CurrentUser user) {
        NewFeedResponse feed = this.feeds.create(user, request);
        return ResponseEntity.created(URI.create(feed.path())).body(feed);
    }

    @Operation(summary = "List one's feeds")
    @GetMapping
    FeedList list(CurrentUser user) {
        return this.feeds.list(user);
    }

    @Operation(summary = "Revoke a feed", operationId = "revokeFeed")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, CurrentUser user) {
        this.feeds.revoke(user, id);
    }

}

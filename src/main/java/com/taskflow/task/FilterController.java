package com.taskflow.task;

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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** One's own saved filters. Lists of tasks take their texts as {@code filter}. */
@Tag(name = "Filters", description = "Filters with names")
@RestController
@RequestMapping(path = "/api/v1/filters", produces = MediaType.APPLICATION_JSON_VALUE)
class FilterController {

    private final SavedFilterService filters;

    FilterController(SavedFilterService filters) {
        this.filters = filters;
    }

    @Operation(summary = "Save a filter")
    @ApiResponse(responseCode = "201", description = "The new filter", headers = @Header(name = "Location", ref = "#/components/headers/Location"))
    @ApiResponse(responseCode = "409", description = "`id-taken`: you have a filter with this id; `too-many-filters`: there can be 100 at most")
    @PostMapping
    ResponseEntity<SavedFilterResponse> create(@Valid @RequestBody CreateFilterRequest request, CurrentUser user) {
        SavedFilterResponse filter = this.filters.create(user, request);
        return ResponseEntity.created(URI.create("/api/v1/filters/" + filter.id())).eTag(tag(filter, user))
                .body(filter);
    }

    @Operation(summary = "List one's filters")
    @GetMapping
    ResponseEntity<SavedFilterList> list(CurrentUser user) {
        SavedFilterList filters = this.filters.list(user);
        return ResponseEntity.ok().eTag(filters.tag(user.id())).body(filters);
    }

    @Operation(summary = "Read a filter")
    @GetMapping("/{id}")
    ResponseEntity<SavedFilterResponse> read(@PathVariable UUID id, CurrentUser user) {
        SavedFilterResponse filter = this.filters.find(user, id);
        return ResponseEntity.ok().eTag(tag(filter, user)).body(filter);
    }

    @Operation(summary = "Change a filter: what is absent stays, null clears")
    @PatchMapping("/{id}")
    ResponseEntity<SavedFilterResponse> update(@PathVariable UUID id, @Valid @RequestBody UpdateFilterRequest patch,
            IfMatch condition, CurrentUser user) {
        SavedFilterResponse filter = this.filters.update(user, id, patch, condition);
        return ResponseEntity.ok().eTag(tag(filter, user)).body(filter);
    }

    @Operation(summary = "Delete a filter")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, IfMatch condition, CurrentUser user) {
        this.filters.delete(user, id, condition);
    }

    private static String tag(SavedFilterResponse filter, CurrentUser user) {
        return filter.entityTag(user.id()).header();
    }

}

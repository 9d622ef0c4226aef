package com.taskflow.label;

import java.net.URI;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;
import com.taskflow.platform.web.NextLink;
import com.taskflow.platform.web.PageRequest;
import com.taskflow.task.Written;

/** One's own labels. */
@Tag(name = "Labels", description = "What tasks are labelled with")
@RestController
@RequestMapping(path = "/api/v1/labels", produces = MediaType.APPLICATION_JSON_VALUE)
class LabelController {

    private final LabelService labels;

    private final LabelListService lists;

    LabelController(LabelService labels, LabelListService lists) {
        this.labels = labels;
        this.lists = lists;
    }

    @Operation(summary = "Create a label; one also comes with the first task that has it")
    @ApiResponse(responseCode = "201", description = "The new label", headers = @Header(name = "Location", ref = "#/components/headers/Location"))
    @ApiResponse(responseCode = "409", description = "`label-exists`: you have one of this name; `id-taken`: or of this id")
    @PostMapping
    ResponseEntity<LabelResponse> create(@Valid @RequestBody CreateLabelRequest request, CurrentUser user) {
        LabelResponse label = this.labels.create(user, request);
        return ResponseEntity.created(URI.create("/api/v1/labels/" + label.id())).eTag(tag(label, user)).body(label);
    }

    @Operation(summary = "List labels by name")
    @GetMapping
    ResponseEntity<LabelPage> list(@ParameterObject PageRequest request, HttpServletRequest http, CurrentUser user) {
        LabelPage page = this.lists.list(user, request);
        return ResponseEntity.ok().eTag(page.weakTag(user.id()))
                .headers((headers) -> NextLink.add(headers, page.nextCursor(), http)).body(page);
    }

    @Operation(summary = "Read a label")
    @GetMapping("/{id}")
    ResponseEntity<LabelResponse> read(@PathVariable UUID id, CurrentUser user) {
        LabelResponse label = this.labels.find(user, id);
        return ResponseEntity.ok().eTag(tag(label, user)).body(label);
    }

    @Operation(summary = "Change a label; another name is given to the tasks, too")
    @ApiResponse(responseCode = "200", description = "The label as it is now")
    @ApiResponse(responseCode = "409", description = "`label-exists`: you have one of this name")
    @PatchMapping("/{id}")
    ResponseEntity<LabelResponse> update(@PathVariable UUID id, @Valid @RequestBody UpdateLabelRequest patch,
            IfMatch condition, CurrentUser user) {
        Written<LabelResponse> written = this.labels.update(user, id, patch, condition);
        return ResponseEntity.ok().eTag(tag(written.value(), user)).headers(written::addTo).body(written.value());
    }

    @Operation(summary = "Delete a label and take it off all tasks")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, IfMatch condition, CurrentUser user) {
        return ResponseEntity.noContent().headers(this.labels.delete(user, id, condition)::addTo).build();
    }

    private static String tag(LabelResponse label, CurrentUser user) {
        return label.entityTag(user.id()).header();
    }

}

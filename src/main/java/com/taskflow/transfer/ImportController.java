package com.taskflow.transfer;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.idempotency.StreamedWrite;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.NextLink;
import com.taskflow.platform.web.PageRequest;

/** Documents that are taken over in the background. */
@Tag(name = "Import", description = "Taking over what an export or another program has written")
@RestController
@RequestMapping(path = "/api/v1/import", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {

    private final ImportService imports;

    private final ImportLossService losses;

    ImportController(ImportService imports, ImportLossService losses) {
        this.imports = imports;
        this.losses = losses;
    }

    /** Read by the request's own thread while it comes: nothing of it is buffered. */
    @Operation(summary = "Import an export's JSON, or CSV in Todoist's template form", requestBody = @RequestBody(required = true, content = {
        @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = ImportDocument.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string"))}))
    @ApiResponse(responseCode = "202", description = "All of it is here; a job takes it over", headers = @Header(name = "Location", ref = "#/components/headers/Location"))
    @ApiResponse(responseCode = "409", description = "`import-running`: one at a time")
    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    ResponseEntity<ImportResponse> create(HttpServletRequest request, CurrentUser user) throws IOException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        return this.imports.receive(user, type, request.getInputStream(), (started) -> {
            ResponseEntity<ImportResponse> answer = ResponseEntity.accepted()
                    .location(URI.create("/api/v1/import/" + started.id()))
                    .eTag(started.entityTag(user.id()).header()).body(started);
            StreamedWrite.of(request).ifPresent((write) -> write.store(answer));
            return answer;
        });
    }

    @Operation(summary = "List one's latest imports")
    @GetMapping
    ImportList list(CurrentUser user) {
        return new ImportList(this.imports.list(user));
    }

    @Operation(summary = "See how an import goes")
    @GetMapping("/{id}")
    ResponseEntity<ImportResponse> read(@PathVariable UUID id, CurrentUser user) {
        ImportResponse found = this.imports.find(user, id);
        return ResponseEntity.ok().eTag(found.entityTag(user.id()).header()).body(found);
    }

    @Operation(summary = "List what an import did not take over", operationId = "listImportLosses")
    @GetMapping("/{id}/losses")
    ResponseEntity<ImportLossPage> losses(@PathVariable UUID id, @ParameterObject PageRequest page,
            HttpServletRequest request, CurrentUser user) {
        ImportLossPage losses = this.losses.list(user, id, page);
        return ResponseEntity.ok().headers((headers) -> NextLink.add(headers, losses.nextCursor(), request))
                .body(losses);
    }

}

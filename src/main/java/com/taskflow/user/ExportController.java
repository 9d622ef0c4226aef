package com.taskflow.user;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** Everything that is stored of oneself. */
@Tag(name = "Users")
@RestController
@RequestMapping(path = "/api/v1/users/me/export", produces = MediaType.APPLICATION_JSON_VALUE)
class ExportController {

    private final ExportService exports;

    ExportController(ExportService exports) {
        this.exports = exports;
    }

    /** Written by the request's own virtual thread: there is nothing that an asynchronous answer would free. */
    @Operation(summary = "Download everything that is stored of oneself")
    @ApiResponse(responseCode = "200", description = "A JSON document, see docs/api/export.md", content = @Content)
    @GetMapping
    void exportAccount(HttpServletResponse response, CurrentUser user) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"taskflow-export.json\"");
        this.exports.write(user, response.getOutputStream());
    }

}

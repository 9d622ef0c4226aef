package com.taskflow.task;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** One's open tasks for other programs. */
@Tag(name = "Users")
@RestController
@RequestMapping("/api/v1/users/me/export/todoist.csv")
class TodoistExportController {

    private final TodoistExportService exports;

    TodoistExportController(TodoistExportService exports) {
        this.exports = exports;
    }

    /** Written by the request's own virtual thread, like the whole export. */
    @Operation(summary = "Download one's open tasks as CSV in Todoist's template form")
    @ApiResponse(responseCode = "200", description = "A CSV file, see docs/api/export.md", content = @Content)
    @GetMapping(produces = "text/csv")
    void exportTasksAsCsv(HttpServletResponse response, CurrentUser user) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"taskflow.csv\"");
        this.exports.write(user, response.getOutputStream());
    }

}

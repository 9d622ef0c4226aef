package com.taskflow.auth;

import java.util.UUID;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** One's own sessions. */
@Tag(name = "Auth")
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

    private final SessionService sessions;

    private final RefreshCookie cookie;

    SessionController(SessionService sessions, RefreshCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Operation(summary = "List where one is signed in")
    @GetMapping("/sessions")
    SessionSummary.Items list(CurrentUser user) {
        return new SessionSummary.Items(this.sessions.list(user));
    }

    @Operation(summary = "Sign out somewhere else, or here")
    @ApiResponse(responseCode = "204", description = "The session has ended")
    @DeleteMapping("/sessions/{id}")
    ResponseEntity<Void> close(@PathVariable UUID id, CurrentUser user) {
        this.sessions.close(user, id);
        return id.equals(user.sessionId())
                ? this.cookie.answerCleared()
                : ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @Operation(summary = "Sign out everywhere")
    @ApiResponse(responseCode = "204", description = "Every session has ended", headers = @Header(name = "Set-Cookie", ref = "#/components/headers/Set-Cookie"))
    @PostMapping("/logout-all")
    ResponseEntity<Void> logoutAll(CurrentUser user) {
        this.sessions.logoutAll(user);
        return this.cookie.answerCleared();
    }

}

package com.taskflow.auth;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A new password for who has forgotten the old one. */
@Tag(name = "Auth")
@RestController
@RequestMapping(path = "/api/v1/auth/password", produces = MediaType.APPLICATION_JSON_VALUE)
class PasswordResetController {

    private final PasswordResetService resets;

    PasswordResetController(PasswordResetService resets) {
        this.resets = resets;
    }

    @Operation(operationId = "forgotPassword", summary = "Ask for a mail that resets the password")
    @ApiResponse(responseCode = "202", description = "Sent if there is such an account; the answer does not tell")
    @SecurityRequirements
    @PostMapping("/forgot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgot(@Valid @RequestBody ForgotPasswordRequest request) {
        this.resets.request(request);
    }

    @Operation(operationId = "resetPassword", summary = "Set a new password with a mailed token")
    @ApiResponse(responseCode = "204", description = "Set; every session has ended")
    @ApiResponse(responseCode = "400", description = "`invalid-token` or `invalid-request`")
    @SecurityRequirements
    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody ResetPasswordRequest request) {
        this.resets.reset(request);
    }

}

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

import com.taskflow.platform.security.CurrentUser;

/** The proof that people read mail at the address they gave. */
@Tag(name = "Auth")
@RestController
@RequestMapping(path = "/api/v1/auth/email", produces = MediaType.APPLICATION_JSON_VALUE)
class EmailVerificationController {

    private final EmailVerificationService verifications;

    EmailVerificationController(EmailVerificationService verifications) {
        this.verifications = verifications;
    }

    @Operation(operationId = "verifyEmail", summary = "Verify an address with a mailed token")
    @ApiResponse(responseCode = "204", description = "Verified")
    @ApiResponse(responseCode = "400", description = "`invalid-token` or `invalid-request`")
    @SecurityRequirements
    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(@Valid @RequestBody VerifyEmailRequest request) {
        this.verifications.verify(request);
    }

    @Operation(operationId = "resendVerification", summary = "Ask for another mail with a token")
    @PostMapping("/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(CurrentUser user) {
        this.verifications.resend(user);
    }

}

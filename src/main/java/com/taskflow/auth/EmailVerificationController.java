package com.taskflow.auth;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** The proof that people read mail at the address they gave. */
@RestController
@RequestMapping(path = "/api/v1/auth/email", produces = MediaType.APPLICATION_JSON_VALUE)
class EmailVerificationController {

    private final EmailVerificationService verifications;

    EmailVerificationController(EmailVerificationService verifications) {
        this.verifications = verifications;
    }

    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(@Valid @RequestBody VerifyEmailRequest request) {
        this.verifications.verify(request);
    }

    @PostMapping("/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(CurrentUser user) {
        this.verifications.resend(user);
    }

}

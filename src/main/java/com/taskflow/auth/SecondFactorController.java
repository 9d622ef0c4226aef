package com.taskflow.auth;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

import static org.springframework.http.CacheControl.noStore;

/** One's own second factor. What is shown once is not to be cached. */
@Tag(name = "Users")
@RestController
@RequestMapping(path = "/api/v1/users/me/second-factor", produces = MediaType.APPLICATION_JSON_VALUE)
class SecondFactorController {

    private final SecondFactorService factors;

    SecondFactorController(SecondFactorService factors) {
        this.factors = factors;
    }

    @Operation(summary = "Tell whether sign-in asks for a code")
    @GetMapping
    SecondFactorStatus readSecondFactor(CurrentUser user) {
        return this.factors.status(user);
    }

    @Operation(summary = "Begin to set up a second factor")
    @ApiResponse(responseCode = "200", description = "The secret, shown once")
    @ApiResponse(responseCode = "403", description = "`wrong-password`")
    @ApiResponse(responseCode = "409", description = "`second-factor-enabled`: take the old one off first")
    @PostMapping
    ResponseEntity<SecondFactorEnrolment> enrolSecondFactor(@Valid @RequestBody EnrolSecondFactorRequest request,
            CurrentUser user) {
        return ResponseEntity.ok().cacheControl(noStore()).body(this.factors.enrol(user, request));
    }

    @Operation(summary = "Switch the second factor on with a code of it")
    @ApiResponse(responseCode = "200", description = "On; the recovery codes, shown once")
    @ApiResponse(responseCode = "404", description = "`not-found`: none was begun")
    @ApiResponse(responseCode = "409", description = "`second-factor-enabled`: it is on already")
    @PostMapping("/confirm")
    ResponseEntity<RecoveryCodesResponse> confirmSecondFactor(@Valid @RequestBody ConfirmSecondFactorRequest request,
            CurrentUser user) {
        return ResponseEntity.ok().cacheControl(noStore()).body(this.factors.confirm(user, request));
    }

    @Operation(summary = "Replace the recovery codes")
    @ApiResponse(responseCode = "200", description = "The new ones, shown once; the old ones are void")
    @ApiResponse(responseCode = "403", description = "`wrong-password`")
    @ApiResponse(responseCode = "404", description = "`not-found`: it is off")
    @PostMapping("/recovery-codes")
    ResponseEntity<RecoveryCodesResponse> renewRecoveryCodes(@Valid @RequestBody ProveSecondFactorRequest request,
            CurrentUser user) {
        return ResponseEntity.ok().cacheControl(noStore()).body(this.factors.renewRecoveryCodes(user, request));
    }

    @Operation(summary = "Take the second factor off")
    @ApiResponse(responseCode = "204", description = "Off")
    @ApiResponse(responseCode = "403", description = "`wrong-password`")
    @ApiResponse(responseCode = "404", description = "`not-found`: it is off")
    @DeleteMapping
    ResponseEntity<Void> removeSecondFactor(@Valid @RequestBody ProveSecondFactorRequest request, CurrentUser user) {
        this.factors.remove(user, request);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

}

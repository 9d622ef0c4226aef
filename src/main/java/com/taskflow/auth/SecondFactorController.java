package com.taskflow.auth;

import jakarta.validation.Valid;

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
@RestController
@RequestMapping(path = "/api/v1/users/me/second-factor", produces = MediaType.APPLICATION_JSON_VALUE)
class SecondFactorController {

    private final SecondFactorService factors;

    SecondFactorController(SecondFactorService factors) {
        this.factors = factors;
    }

    @GetMapping
    SecondFactorStatus read(CurrentUser user) {
        return this.factors.status(user);
    }

    @PostMapping
    ResponseEntity<SecondFactorEnrolment> enrol(@Valid @RequestBody EnrolSecondFactorRequest request,
            CurrentUser user) {
        return ResponseEntity.ok().cacheControl(noStore()).body(this.factors.enrol(user, request));
    }

    @PostMapping("/confirm")
    ResponseEntity<RecoveryCodesResponse> confirm(@Valid @RequestBody ConfirmSecondFactorRequest request,
            CurrentUser user) {
        return ResponseEntity.ok().cacheControl(noStore()).body(this.factors.confirm(user, request));
    }

    @PostMapping("/recovery-codes")
    ResponseEntity<RecoveryCodesResponse> renewRecoveryCodes(@Valid @RequestBody ProveSecondFactorRequest request,
            CurrentUser user) {
        return ResponseEntity.ok().cacheControl(noStore()).body(this.factors.renewRecoveryCodes(user, request));
    }

    @DeleteMapping
    ResponseEntity<Void> remove(@Valid @RequestBody ProveSecondFactorRequest request, CurrentUser user) {
        this.factors.remove(user, request);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

}

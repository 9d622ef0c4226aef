package com.taskflow.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up and sign-in. */
@Tag(name = "Auth", description = "Sign-up, sign-in and sessions")
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class SignInController {

    private final SignInService signIns;

    private final RefreshCookie cookie;

    private final DeviceCookie devices;

    SignInController(SignInService signIns, RefreshCookie cookie, DeviceCookie devices) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.devices = devices;
    }

    @Operation(summary = "Sign up")
    @ApiResponse(responseCode = "201", description = "The new account, signed in", headers = @Header(name = "Set-Cookie", ref = "#/components/headers/Set-Cookie"))
    @ApiResponse(responseCode = "403", description = "`insecure-transport`: sign in over https")
    @ApiResponse(responseCode = "409", description = "`email-taken`: there is an account with this address")
    @SecurityRequirements
    @PostMapping("/register")
    ResponseEntity<SessionResponse> register(@Valid @RequestBody RegisterRequest account, HttpServletRequest request) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.CREATED, this.signIns.register(account, this.devices.device(request)));
    }

    @Operation(summary = "Sign in")
    @ApiResponse(responseCode = "200", description = "Signed in", headers = @Header(name = "Set-Cookie", ref = "#/components/headers/Set-Cookie"))
    @ApiResponse(responseCode = "401", description = "`invalid-credentials`, whatever is wrong with them")
    @ApiResponse(responseCode = "403", description = "`insecure-transport`: sign in over https")
    @SecurityRequirements
    @PostMapping("/login")
    ResponseEntity<SessionResponse> login(@Valid @RequestBody LoginRequest credentials, HttpServletRequest request) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.OK, this.signIns.login(credentials, this.devices.device(request)));
    }

}

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

/** The second step of a sign-in. */
@Tag(name = "Auth")
@RestController
@RequestMapping(path = "/api/v1/auth/login/totp", produces = MediaType.APPLICATION_JSON_VALUE)
class TotpLoginController {

    private final TotpLoginService logins;

    private final RefreshCookie cookie;

    private final DeviceCookie devices;

    TotpLoginController(TotpLoginService logins, RefreshCookie cookie, DeviceCookie devices) {
        this.logins = logins;
        this.cookie = cookie;
        this.devices = devices;
    }

    @Operation(summary = "Finish a sign-in with a second factor")
    @ApiResponse(responseCode = "200", description = "Signed in", headers = @Header(name = "Set-Cookie", ref = "#/components/headers/Set-Cookie"))
    @ApiResponse(responseCode = "401", description = "`invalid-challenge`: start again; `invalid-code`: wrong, used, or too many tries")
    @ApiResponse(responseCode = "403", description = "`insecure-transport`: sign in over https")
    @SecurityRequirements
    @PostMapping
    ResponseEntity<SessionResponse> loginWithCode(@Valid @RequestBody TotpLoginRequest step,
            HttpServletRequest request) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.OK, this.logins.login(step, this.devices.device(request)));
    }

}

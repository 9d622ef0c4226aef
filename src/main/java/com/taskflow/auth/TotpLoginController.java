package com.taskflow.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second step of a sign-in. */
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

    @PostMapping
    ResponseEntity<SessionResponse> login(@Valid @RequestBody TotpLoginRequest step, HttpServletRequest request) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.OK, this.logins.login(step, this.devices.device(request)));
    }

}

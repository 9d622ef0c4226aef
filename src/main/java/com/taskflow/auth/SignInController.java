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

/** Sign-up and sign-in. */
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

    @PostMapping("/register")
    ResponseEntity<SessionResponse> register(@Valid @RequestBody RegisterRequest account, HttpServletRequest request) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.CREATED, this.signIns.register(account, this.devices.device(request)));
    }

    @PostMapping("/login")
    ResponseEntity<SessionResponse> login(@Valid @RequestBody LoginRequest credentials, HttpServletRequest request) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.OK, this.signIns.login(credentials, this.devices.device(request)));
    }

}

package com.taskflow.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** One's own password. */
@RestController
@RequestMapping(path = "/api/v1/users/me/password", produces = MediaType.APPLICATION_JSON_VALUE)
class PasswordController {

    private final PasswordService passwords;

    private final RefreshCookie cookie;

    private final DeviceCookie devices;

    PasswordController(PasswordService passwords, RefreshCookie cookie, DeviceCookie devices) {
        this.passwords = passwords;
        this.cookie = cookie;
        this.devices = devices;
    }

    @PutMapping
    ResponseEntity<SessionResponse> change(@Valid @RequestBody ChangePasswordRequest change,
            HttpServletRequest request, CurrentUser user) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.OK, this.passwords.change(user, change, this.devices.device(request)));
    }

}

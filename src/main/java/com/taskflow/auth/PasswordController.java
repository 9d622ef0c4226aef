package com.taskflow.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** One's own password. */
@Tag(name = "Users")
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

    @Operation(summary = "Change one's own password: every session ends, a new one begins")
    @ApiResponse(responseCode = "200", description = "Signed in anew", headers = @Header(name = "Set-Cookie", ref = "#/components/headers/Set-Cookie"))
    @ApiResponse(responseCode = "403", description = "`wrong-password` or `insecure-transport`")
    @PutMapping
    ResponseEntity<SessionResponse> change(@Valid @RequestBody ChangePasswordRequest change,
            HttpServletRequest request, CurrentUser user) {
        this.cookie.requireSecure(request);
        return this.cookie.answer(HttpStatus.OK, this.passwords.change(user, change, this.devices.device(request)));
    }

}

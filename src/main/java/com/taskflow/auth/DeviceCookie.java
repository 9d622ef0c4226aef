package com.taskflow.auth;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The cookie by which a browser that has signed in before is known again ({@link DeviceTokens}). */
@Component
class DeviceCookie {

    private final HostCookie cookie;

    private final LockoutProperties properties;

    DeviceCookie(AuthProperties auth, LockoutProperties properties) {
        this.cookie = new HostCookie("taskflow_device", auth.cookie().secure());
        this.properties = properties;
    }

    /** Where the request comes from. */
    Device device(HttpServletRequest request) {
        return Device.of(request, this.cookie.read(request).orElse(null));
    }

    void write(IssuedTokens tokens, HttpHeaders headers) {
        if (tokens.deviceToken() != null) {
            headers.add(HttpHeaders.SET_COOKIE,
                    this.cookie.with(tokens.deviceToken(), this.properties.deviceLifetime()));
        }
    }

}

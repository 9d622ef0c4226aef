package com.taskflow.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

/**
 * A cookie that no script can read and no other site can have sent. Its prefix (RFC 6265bis §4.1.3.2) keeps other hosts
 * of the domain from setting it; plain http in development cannot have it.
 */
final class HostCookie {

    private final String name;

    private final boolean secure;

    HostCookie(String name, boolean secure) {
        this.name = secure ? "__Host-" + name : name;
        this.secure = secure;
    }

    Optional<String> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of)
                .filter((cookie) -> cookie.getName().equals(this.name)).map(Cookie::getValue).findFirst();
    }

    /** The {@code Set-Cookie} header's value. */
    String with(String value, Duration lifetime) {
        return ResponseCookie.from(this.name, value).secure(this.secure).httpOnly(true).sameSite("Strict").path("/")
                .maxAge(lifetime).build().toString();
    }

}

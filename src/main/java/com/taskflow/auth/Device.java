package com.taskflow.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a sign-in came from, as much of it as people need to recognise it.
 *
 * @param userAgent what the client calls itself, at most 255 characters and none of them a control character
 * @param network the address with its last part cut off: the IPv4 /24 or the IPv6 /48
 * @param token what the client shows for having signed in before, whatever it is; null when it shows nothing
 */
record Device(@Nullable String userAgent, @Nullable String network, @Nullable String token) {

    private static final int LONGEST_USER_AGENT = 255;

    private static final int IPV4_PREFIX_BYTES = 3;

    private static final int IPV6_PREFIX_BYTES = 6;

    static Device of(HttpServletRequest request, @Nullable String token) {
        return new Device(userAgent(request.getHeader(HttpHeaders.USER_AGENT)), network(request.getRemoteAddr()),
                token);
    }

    static @Nullable String userAgent(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String visible = header.codePoints().filter((c) -> !Character.isISOControl(c)).limit(LONGEST_USER_AGENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        return visible.isEmpty() ? null : visible;
    }

    static @Nullable String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            int prefix = (parsed instanceof Inet6Address) ? IPV6_PREFIX_BYTES : IPV4_PREFIX_BYTES;
            Arrays.fill(bytes, prefix, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException ex) {
            // A proxy's header may hold anything.
            return null;
        }
    }

    @Override
    public String toString() {
        return "Device[" + this.userAgent + ", " + this.network + "]";
    }

}

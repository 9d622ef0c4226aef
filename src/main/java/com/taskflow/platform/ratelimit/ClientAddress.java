package com.taskflow.platform.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

/** The client address as limits count it. */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The address that the connection or a trusted proxy tells. */
    static String of(HttpServletRequest request) {
        return key(request.getRemoteAddr());
    }

    /**
     * An IPv4 address as it is, also where it stands in an IPv6 one ({@code ::ffff:192.0.2.1}); of an IPv6 address the
     * /64, 16 hexadecimal digits, since whoever has one address has its whole network.
     */
    static String key(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return (parsed instanceof Inet6Address)
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException ex) {
            // A proxy's header may hold anything; all of that counts as one client.
            return "unknown";
        }
    }

}

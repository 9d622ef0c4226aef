package com.taskflow.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.crypto.Sha256;
import com.taskflow.platform.error.InvalidException;

/**
 * What names a write that may be sent again: the {@code Idempotency-Key} header, within its user and route.
 *
 * @param route method and path, with every id in it replaced: one key means one write, of whichever task
 * @param fingerprint SHA-256 in hexadecimal of method, path, query and body: whether it is the same write
 */
record IdempotencyKey(UUID owner, String route, String key, String fingerprint) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /** A structured field's string, or a bare token; without its quotes it is the same key. */
    private static final Pattern VALUE = Pattern
            .compile(
                    "\"((?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])+)\"|([\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x7E]+)");

    private static final Pattern ID = Pattern
            .compile("(?<=/)[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?=/|$)");

    /**
     * The key that the request's header holds, null when there is none.
     * @throws InvalidException when it is malformed, or there are two
     */
    static @Nullable String read(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            return null;
        }
        var value = VALUE.matcher(values.getFirst().strip());
        if (values.size() > 1 || !value.matches()) {
            throw malformed();
        }
        String quoted = value.group(1);
        String key = (quoted != null) ? quoted.replaceAll("\\\\(.)", "$1") : value.group(2);
        if (key.length() > LONGEST) {
            throw malformed();
        }
        return key;
    }

    private static InvalidException malformed() {
        return InvalidException.field(HEADER, "format",
                "must be one quoted string or token of 1 to 255 visible ASCII characters");
    }

    /** @param digest of the request and its body */
    static IdempotencyKey of(UUID owner, String key, HttpServletRequest request, byte[] digest) {
        String route = request.getMethod() + " " + ID.matcher(request.getRequestURI()).replaceAll("{id}");
        return new IdempotencyKey(owner, route, key, HexFormat.of().formatHex(digest));
    }

    /** All but the fingerprint: what one write is claimed under. */
    String name() {
        return "%s %s %s".formatted(this.owner, this.route, this.key);
    }

    /** A digest of method, path and query, to which the body has still to be given. */
    static MessageDigest digest(HttpServletRequest request) {
        MessageDigest sha256 = Sha256.newDigest();
        String head = "%s\n%s\n%s\n".formatted(request.getMethod(), request.getRequestURI(), request.getQueryString());
        sha256.update(head.getBytes(StandardCharsets.UTF_8));
        return sha256;
    }

}

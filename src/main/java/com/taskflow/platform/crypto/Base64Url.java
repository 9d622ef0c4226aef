package com.taskflow.platform.crypto;

import java.util.Base64;

/** Base64url without padding (RFC 4648 §5), each content in one spelling. */
public final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** @throws IllegalArgumentException for anything but what {@link #encode} makes */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        // The decoder ignores padding and the spare bits of the last character.
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Another spelling of the same bytes");
        }
        return bytes;
    }

}

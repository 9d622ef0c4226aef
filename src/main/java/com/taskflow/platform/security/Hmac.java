package com.taskflow.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;

/** HMAC-SHA256 (RFC 2104), the only primitive behind this service's opaque tokens. */
public final class Hmac {

    private Hmac() {}

    /**
     * @param purpose separates uses of one key: a tag made for one purpose is never valid for another
     * @return 32 bytes
     */
    public static byte[] sha256(Key key, String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secret());
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(message);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
        }
    }

}

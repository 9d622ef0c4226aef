package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.taskflow.platform.security.Key;

/**
 * A JWT made by hand, by default one that is as good as the service's own; each test spoils one thing about it. Header
 * and payload are plain text, so that they can be made as no library would.
 */
record ForgedToken(String header, String payload, SecretKey key) {

    /** A token that is accepted. */
    static ForgedToken genuine(Key key, Instant now) {
        String header = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(key.id());
        String payload = ("{\"iss\":\"taskflow\",\"aud\":[\"taskflow\"],\"sub\":\"%s\",\"sid\":\"%s\",\"jti\":\"%s\","
                + "\"iat\":%d,\"exp\":%d,\"epoch\":0,\"roles\":[\"user\"]}").formatted(UUID.randomUUID(),
                        UUID.randomUUID(), UUID.randomUUID(), now.getEpochSecond(), now.getEpochSecond() + 900);
        return new ForgedToken(header, payload, key.secret());
    }

    ForgedToken header(UnaryOperator<String> change) {
        return new ForgedToken(changed(this.header, change), this.payload, this.key);
    }

    ForgedToken payload(UnaryOperator<String> change) {
        return new ForgedToken(this.header, changed(this.payload, change), this.key);
    }

    ForgedToken signedWith(byte[] otherSecret, String otherAlgorithm) {
        return new ForgedToken(this.header, this.payload, new SecretKeySpec(otherSecret, otherAlgorithm));
    }

    private static String changed(String before, UnaryOperator<String> change) {
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("This change spoils nothing of " + before);
        }
        return after;
    }

    /** The token as it is sent, signed whatever it says. */
    String text() {
        return sign(bytes(this.payload));
    }

    /** The same with a payload of any bytes. */
    String sign(byte[] payloadBytes) {
        String signed = encode(bytes(this.header)) + "." + encode(payloadBytes);
        return signed + "." + encode(mac(bytes(signed)));
    }

    String unsigned() {
        return encode(bytes(this.header)) + "." + encode(bytes(this.payload)) + ".";
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(this.key.getAlgorithm());
            mac.init(this.key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}

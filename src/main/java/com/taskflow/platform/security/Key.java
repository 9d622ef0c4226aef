package com.taskflow.platform.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret of a ring.
 *
 * @param id what tokens name it by ({@code kid}): letters, digits and hyphens, at most 32
 * @param secret the key as HMAC-SHA256 takes it, at least 32 bytes
 */
public record Key(String id, SecretKey secret) {

    private static final int LEAST_BYTES = 32;

    private static final int LEAST_DISTINCT_BYTES = 16;

    /** Words that only published example keys contain. */
    private static final Set<String> EXAMPLE_WORDS = Set.of("secret", "changeme", "change-me", "password", "example",
            "your-256-bit", "supersecret", "0123456789");

    /**
     * Reads a key and refuses what an attacker could guess.
     * @param text Base64 or Base64url
     * @throws IllegalArgumentException with a sentence naming the key and the fix
     */
    static Key parse(String id, String text) {
        if (!id.matches("[A-Za-z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "Key id '%s' must be 1 to 32 letters, digits and hyphens.".formatted(id));
        }
        byte[] bytes = decode(id, text.strip());
        if (bytes.length < LEAST_BYTES) {
            throw refused(id, "has %d bytes".formatted(bytes.length));
        }
        if (isGuessable(bytes)) {
            throw refused(id, "is an example key or has too little randomness");
        }
        return new Key(id, new SecretKeySpec(bytes, "HmacSHA256"));
    }

    private static byte[] decode(String id, String text) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException ex) {
            throw refused(id, "is not Base64");
        }
    }

    private static boolean isGuessable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.chars().distinct().count() < LEAST_DISTINCT_BYTES
                || EXAMPLE_WORDS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    private static IllegalArgumentException refused(String id, String why) {
        return new IllegalArgumentException(
                "Key '%s' %s: use at least 32 random bytes in Base64, for example from 'openssl rand -base64 32'."
                        .formatted(id, why));
    }

    @Override
    public String toString() {
        return "Key[" + this.id + "]";
    }

}

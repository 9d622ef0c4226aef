package com.taskflow.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What opens a feed: 256 random bits, so that a plain hash of it is as good as a slow one.
 *
 * @param text as it stands in the address
 */
record FeedSecret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int BYTES = 32;

    static FeedSecret make() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }

    @Override
    public String toString() {
        return "FeedSecret";
    }

}

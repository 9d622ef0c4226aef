package com.taskflow.calendar;

import java.security.SecureRandom;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.crypto.Sha256;

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
        return new FeedSecret(Base64Url.encode(secret));
    }

    byte[] hash() {
        return Sha256.of(this.text);
    }

    @Override
    public String toString() {
        return "FeedSecret";
    }

}

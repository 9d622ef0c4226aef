package com.taskflow.calendar;

import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.crypto.Sha256;

/**
 * What opens a feed: 256 random bits, so that a plain hash of it is as good as a slow one.
 *
 * @param text as it stands in the address
 */
record FeedSecret(String text) {

    private static final BytesKeyGenerator RANDOM = KeyGenerators.secureRandom(32);

    static FeedSecret make() {
        return new FeedSecret(Base64Url.encode(RANDOM.generateKey()));
    }

    byte[] hash() {
        return Sha256.of(this.text);
    }

    @Override
    public String toString() {
        return "FeedSecret";
    }

}

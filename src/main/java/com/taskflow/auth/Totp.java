package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, six digits, 30 seconds. */
final class Totp {

    /** RFC 4226 §4 recommends 160 bits. */
    private static final BytesKeyGenerator SECRETS = KeyGenerators.secureRandom(20);

    /** Steps before and after the present one that count: the clock of a phone, and the time it takes to type. */
    private static final int SKEW_STEPS = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private static final long STEP_SECONDS = GENERATOR.getTimeStep().toSeconds();

    private Totp() {}

    static byte[] newSecret() {
        return SECRETS.generateKey();
    }

    /** The step that the code belongs to, one after the last used one; empty when there is none such near that time. */
    static OptionalLong stepOf(byte[] secret, String code, long lastStep, Instant now) {
        SecretKey key = new SecretKeySpec(secret, GENERATOR.getAlgorithm());
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        // All of them whatever is found, so that the time does not tell which it was.
        for (long step = present - SKEW_STEPS; step <= present + SKEW_STEPS; step++) {
            byte[] right = codeAt(key, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, typed) && step > lastStep && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static String codeAt(SecretKey key, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException ex) {
            throw new IllegalStateException("Any bytes are an HMAC key", ex);
        }
    }

}

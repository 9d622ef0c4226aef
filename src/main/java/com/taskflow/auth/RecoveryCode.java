package com.taskflow.auth;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.bouncycastle.util.encoders.Base32;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.crypto.Sha256;

/**
 * Stands in for a code once, when the phone is lost: 120 random bits, shown as six groups of four Base32 characters. That
 * is beyond guessing (OWASP ASVS 5.0, 6.5.2), so a plain SHA-256 is what is stored, bound to the user and to no key that
 * could be rotated away.
 */
record RecoveryCode(String text) {

    /** How many a user gets at a time. */
    static final int COUNT = 10;

    /** With whatever people put between the groups. */
    static final int LONGEST_TYPED = 64;

    private static final BytesKeyGenerator RANDOM = KeyGenerators.secureRandom(15);

    static List<RecoveryCode> next() {
        return Stream.generate(RecoveryCode::random).limit(COUNT).toList();
    }

    private static RecoveryCode random() {
        return new RecoveryCode(
                Base32.toBase32String(RANDOM.generateKey()).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-"));
    }

    /** What is stored, the same for every way to type the code. */
    String digest(UUID userId) {
        String typed = this.text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return Base64Url.encode(Sha256.of(userId + "|" + typed));
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }

}

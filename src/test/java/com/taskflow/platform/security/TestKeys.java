package com.taskflow.platform.security;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Key rings for tests without files: key and pepper of an id are always the same. */
public final class TestKeys {

    private TestKeys() {}

    /** Rings with these ids, the first of them active. */
    public static KeySource of(String active, String... others) {
        KeysProperties properties = new KeysProperties(Path.of("no", "such", "folder"), active,
                secrets("signing", active, others), secrets("pepper", active, others), Duration.ofDays(1));
        return new KeySource(new KeyFiles(properties), properties);
    }

    private static Map<String, String> secrets(String purpose, String active, String... others) {
        return Arrays.stream((active + " " + String.join(" ", others)).strip().split(" "))
                .collect(Collectors.toMap(Function.identity(), (id) -> secret(purpose + id)));
    }

    private static String secret(String seed) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

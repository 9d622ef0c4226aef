package com.taskflow.platform.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.taskflow.platform.crypto.Sha256;

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
        return Base64.getEncoder().encodeToString(Sha256.of(seed));
    }

}

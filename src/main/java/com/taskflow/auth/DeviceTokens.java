package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.security.Hmac;
import com.taskflow.platform.security.Key;
import com.taskflow.platform.security.KeySource;
import com.taskflow.user.Credentials;

/**
 * What shows that a device has signed in to an account before: {@code v1.<kid>.<id>.<mac>}, the id being random and the
 * mac HMAC-SHA256 with the pepper {@code kid} over id, user and the time of the last password reset. Nothing is stored,
 * the token names nobody, is worth nothing for another account, and a reset voids it. It signs nobody in: it only sets
 * who has it apart from strangers.
 */
@Component
class DeviceTokens {

    private static final String PURPOSE = "device";

    private static final int LONGEST = 128;

    private static final BytesKeyGenerator IDS = KeyGenerators.secureRandom(16);

    private static final Pattern FORM = Pattern
            .compile("v1\\.([A-Za-z0-9-]{1,32})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    private final KeySource keys;

    DeviceTokens(KeySource keys) {
        this.keys = keys;
    }

    /** A token for a device that has just signed in; its id stays the one it had for this account. */
    String issue(Credentials user, Device device) {
        Key pepper = this.keys.current().peppers().active();
        String id = idOf(device, user).orElseGet(() -> Base64Url.encode(IDS.generateKey()));
        return "v1.%s.%s.%s".formatted(pepper.id(), id, mac(pepper, id, user));
    }

    /** The id of a device that has signed in to the account before; empty for strangers, whatever they show. */
    Optional<String> idOf(Device device, Credentials user) {
        String token = device.token();
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(token);
        return form.matches() ? authentic(form, user) : Optional.empty();
    }

    private Optional<String> authentic(Matcher form, Credentials user) {
        String id = form.group(2);
        return this.keys.current().peppers().find(form.group(1)).map((pepper) -> mac(pepper, id, user))
                .filter((mac) -> MessageDigest.isEqual(mac.getBytes(StandardCharsets.US_ASCII),
                        form.group(3).getBytes(StandardCharsets.US_ASCII)))
                .map((_) -> id);
    }

    private static String mac(Key pepper, String id, Credentials user) {
        String message = id + "|" + user.userId() + "|" + millis(user.passwordResetAt());
        return Base64Url.encode(Hmac.sha256(pepper, PURPOSE, message.getBytes(StandardCharsets.US_ASCII)));
    }

    private static long millis(@Nullable Instant resetAt) {
        return (resetAt != null) ? resetAt.toEpochMilli() : 0;
    }

}

package com.taskflow.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.security.Hmac;
import com.taskflow.platform.security.Key;
import com.taskflow.platform.security.KeySource;

/**
 * Derives refresh tokens instead of storing them: {@code v1.<kid>.<sid>.<generation>.<mac>}, the mac being HMAC-SHA256
 * with the pepper {@code kid} over sid, generation and the session's salt. A leaked database alone yields no token, and
 * the same successor can be made twice. Each token has one spelling.
 */
@Component
class RefreshTokens {

    private static final String PURPOSE = "refresh";

    private static final int LONGEST = 128;

    private static final Pattern FORM = Pattern.compile("v1\\.([A-Za-z0-9-]{1,32})\\."
            + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})");

    private final KeySource keys;

    RefreshTokens(KeySource keys) {
        this.keys = keys;
    }

    /** The pepper that new tokens are derived with. */
    String activeKeyId() {
        return this.keys.current().peppers().active().id();
    }

    /** @throws IllegalStateException when the pepper is no longer accepted */
    String derive(String keyId, UUID sessionId, int generation, byte[] salt) {
        Key pepper = this.keys.current().peppers().find(keyId)
                .orElseThrow(() -> new IllegalStateException("There is no pepper " + keyId));
        return "v1.%s.%s.%d.%s".formatted(keyId, sessionId, generation, mac(pepper, sessionId, generation, salt));
    }

    boolean isKnownKey(String keyId) {
        return this.keys.current().peppers().find(keyId).isPresent();
    }

    /** Empty for what cannot be a token of ours; costs no query. */
    Optional<RefreshToken> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !isKnownKey(form.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new RefreshToken(form.group(1), UUID.fromString(form.group(2)),
                Integer.parseInt(form.group(3)), form.group(4)));
    }

    /** Whether the token was derived here for a session with this salt; takes the same time for every wrong one. */
    boolean isAuthentic(RefreshToken token, byte[] salt) {
        return this.keys.current().peppers().find(token.keyId())
                .map((pepper) -> mac(pepper, token.sessionId(), token.generation(), salt))
                .filter((mac) -> MessageDigest.isEqual(mac.getBytes(StandardCharsets.US_ASCII),
                        token.mac().getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private static String mac(Key pepper, UUID sessionId, int generation, byte[] salt) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes((sessionId + "|" + generation + "|").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(salt);
        return Base64Url.encode(Hmac.sha256(pepper, PURPOSE, message.toByteArray()));
    }

}

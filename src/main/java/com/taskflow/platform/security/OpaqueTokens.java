package com.taskflow.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Base64Url;

/**
 * Seals what a client must hand back unchanged (page cursors, sync tokens): base64url of a 16-byte tag and the content.
 * The content is signed, not encrypted.
 */
@Component
public class OpaqueTokens {

    private static final int TAG_BYTES = 16;

    private final KeySource keys;

    OpaqueTokens(KeySource keys) {
        this.keys = keys;
    }

    public String seal(String purpose, String content) {
        byte[] message = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(tag(this.keys.current().peppers().active(), purpose, message),
                TAG_BYTES + message.length);
        System.arraycopy(message, 0, sealed, TAG_BYTES, message.length);
        return Base64Url.encode(sealed);
    }

    /** Empty when the token is malformed, forged, spelled otherwise than it was made, or sealed for something else. */
    public Optional<String> open(String purpose, String token) {
        byte[] sealed;
        try {
            sealed = Base64Url.decode(token);
        } catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        byte[] tag = Arrays.copyOf(sealed, TAG_BYTES);
        byte[] message = Arrays.copyOfRange(sealed, TAG_BYTES, sealed.length);
        for (Key pepper : this.keys.current().peppers().accepted().values()) {
            if (MessageDigest.isEqual(tag, tag(pepper, purpose, message))) {
                return Optional.of(new String(message, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /**
     * Seals what belongs to one scope and opens in no other, such as a place in a list of one user.
     * @param scope whose text has no vertical bar
     */
    public String seal(String purpose, Object scope, String content) {
        return seal(purpose, prefix(scope) + content);
    }

    /** Empty also when the token was sealed for another scope. */
    public Optional<String> open(String purpose, Object scope, String token) {
        String prefix = prefix(scope);
        return open(purpose, token).filter((content) -> content.startsWith(prefix))
                .map((content) -> content.substring(prefix.length()));
    }

    private static String prefix(Object scope) {
        return scope + "|";
    }

    private static byte[] tag(Key key, String purpose, byte[] message) {
        return Arrays.copyOf(Hmac.sha256(key, purpose, message), TAG_BYTES);
    }

}

package com.taskflow.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A strong entity tag (RFC 9110 §8.8.3) of one resource in one version.
 *
 * @param header the tag as it stands in an {@code ETag} header, quotes included
 */
public record EntityTag(String header) {

    /** Goes up when the JSON of any resource changes its shape, so that no client keeps the old one. */
    private static final int REPRESENTATION_VERSION = 1;

    private static final int BYTES = 16;

    /** @param identity everything that makes the resource and its state one of its kind */
    public static EntityTag of(Object... identity) {
        return new EntityTag('"' + digest(identity) + '"');
    }

    /** A short digest of the given parts and the representation's version, usable inside a tag. */
    public static String digest(Object... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String text = REPRESENTATION_VERSION + Arrays.deepToString(parts);
            byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }

}

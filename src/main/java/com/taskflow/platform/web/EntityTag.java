package com.taskflow.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.crypto.Sha256;

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

    /** The header of a weak tag, of what may be the same in other bytes. */
    public static String weak(@Nullable Object... identity) {
        return "W/\"" + digest(identity) + '"';
    }

    /** A digest of the given parts and the representation's version, 22 characters that may stand inside a tag. */
    public static String digest(@Nullable Object... parts) {
        MessageDigest sha256 = Sha256.newDigest();
        sha256.update((byte) REPRESENTATION_VERSION);
        Arrays.asList(parts).forEach((part) -> update(sha256, part));
        return Base64Url.encode(Arrays.copyOf(sha256.digest(), BYTES));
    }

    /** Each part goes in behind its length, so that no two lists of parts look alike. */
    private static void update(MessageDigest digest, @Nullable Object part) {
        if (part instanceof Collection<?> elements) {
            update(digest, elements.size());
            elements.forEach((element) -> update(digest, element));
            return;
        }
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt((part != null) ? bytes.length : -1).array());
        digest.update(bytes);
    }

}

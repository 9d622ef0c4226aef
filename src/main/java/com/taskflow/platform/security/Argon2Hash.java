package com.taskflow.platform.security;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password's hash with all that is needed to compute it again, in the reference implementation's notation.
 *
 * @param salt base64 without padding, as is {@code hash}
 */
record Argon2Hash(Cost cost, String salt, String hash) {

    private static final String BASE64 = "([A-Za-z0-9+/]+)";

    private static final Pattern FORM = Pattern
            .compile("\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$" + BASE64 + "\\$" + BASE64);

    /** Empty when it is not such a hash. */
    static Optional<Argon2Hash> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Argon2Hash(
                new Cost(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3))),
                form.group(4), form.group(5)));
    }

    static Argon2Hash of(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new Argon2Hash(cost, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(this.salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(this.hash);
    }

    String text() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(this.cost.memoryKib(), this.cost.passes(),
                this.cost.lanes(), this.salt, this.hash);
    }

    /** What one computation takes (RFC 9106 §3.1: m, t and p). */
    record Cost(int memoryKib, int passes, int lanes) {

    }

}

package com.taskflow.platform.security;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets at rest, and the peppers they are sealed with. */
class SecretSealerTests {

    private static final byte[] SECRET = "twenty secret bytes!".getBytes(StandardCharsets.US_ASCII);

    private final SecretSealer sealer = new SecretSealer(TestKeys.of("k1"));

    @Test
    void opensWhatItSealed() {
        assertThat(this.sealer.open("totp", "alice", this.sealer.seal("totp", "alice", SECRET))).contains(SECRET);
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        String sealed = this.sealer.seal("totp", "alice", SECRET);

        assertThat(sealed).startsWith("v1.k1.").isNotEqualTo(this.sealer.seal("totp", "alice", SECRET));
    }

    @Test
    void opensForItsOwnerAndPurposeAlone() {
        String sealed = this.sealer.seal("totp", "alice", SECRET);

        assertThat(this.sealer.open("totp", "bob", sealed)).isEmpty();
        assertThat(this.sealer.open("other", "alice", sealed)).isEmpty();
    }

    @Test
    void opensAfterRotationUntilThePepperIsGone() {
        String sealed = this.sealer.seal("totp", "alice", SECRET);
        SecretSealer rotated = new SecretSealer(TestKeys.of("k2", "k1"));

        assertThat(rotated.open("totp", "alice", sealed)).contains(SECRET);
        assertThat(rotated.seal("totp", "alice", SECRET)).startsWith(rotated.activePrefix()).startsWith("v1.k2.");
        assertThat(new SecretSealer(TestKeys.of("k2")).open("totp", "alice", sealed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1.k1.", "v1.k1.AAAA", "v1.k1.%%%", "v1.k1.AAAA.BBBB"})
    void opensNothingElse(String sealed) {
        assertThat(this.sealer.open("totp", "alice", sealed)).isEmpty();
    }

    @Test
    void noticesAChangedByte() {
        String sealed = this.sealer.seal("totp", "alice", SECRET);
        char[] changed = sealed.toCharArray();
        changed[20] = (changed[20] == 'A') ? 'B' : 'A';

        assertThat(this.sealer.open("totp", "alice", new String(changed))).isEmpty();
    }

}

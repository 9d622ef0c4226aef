package com.taskflow.platform.security;

import java.lang.management.ManagementFactory;
import java.util.Collections;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class Argon2EncoderTests {

    private static final String PASSWORD = "naïve 🔑 passphrase";

    private static final Argon2Hash.Cost COST = new Argon2Hash.Cost(1024, 2, 1);

    private final Argon2Encoder encoder = new Argon2Encoder(COST, 1);

    private final Argon2PasswordEncoder reference = new Argon2PasswordEncoder(16, 32, 1, 1024, 2);

    @Test
    void readsWhatSpringSecurityWrites() {
        String hash = this.reference.encode(PASSWORD);

        assertThat(this.encoder.matches(PASSWORD, hash)).isTrue();
        assertThat(this.encoder.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(this.encoder.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void writesWhatSpringSecurityReads() {
        String hash = String.valueOf(this.encoder.encode(PASSWORD));

        assertThat(this.reference.matches(PASSWORD, hash)).isTrue();
        assertThat(this.reference.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void computesOtherCostsAndWantsThemUpgraded() {
        String hash = new Argon2PasswordEncoder(16, 24, 2, 2048, 3).encode(PASSWORD);

        assertThat(this.encoder.matches(PASSWORD, hash)).isTrue();
        assertThat(this.encoder.upgradeEncoding(hash)).isTrue();
    }

    @Test
    void computesTheSameInMemoryThatWasUsedBefore() {
        String hash = this.reference.encode(PASSWORD);

        assertThat(Collections.nCopies(5, hash)).allMatch((same) -> this.encoder.matches(PASSWORD, same));
    }

    @Test
    void allocatesItsMemoryOnce() {
        String hash = this.reference.encode(PASSWORD);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        this.encoder.matches(PASSWORD, hash);

        long before = threads.getCurrentThreadAllocatedBytes();
        this.encoder.matches(PASSWORD, hash);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(COST.memoryKib() * 1024L / 2);
    }

    @Test
    void salts() {
        assertThat(this.encoder.encode(PASSWORD)).isNotEqualTo(this.encoder.encode(PASSWORD));
    }

    @Test
    void matchesNothingWithAMadeUpHash() {
        assertThat(this.encoder.matches(PASSWORD, this.encoder.hashOfNothing())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "$argon2i$v=19$m=1024,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "$argon2id$v=19$m=1024,t=2$AAAA$AAAA"})
    void matchesNothingWithWhatIsNoHash(String text) {
        assertThat(this.encoder.matches(PASSWORD, text)).isFalse();
        assertThat(this.encoder.upgradeEncoding(text)).isTrue();
    }

}

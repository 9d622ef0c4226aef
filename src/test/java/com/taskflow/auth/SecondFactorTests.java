package com.taskflow.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The moves of a second factor. */
class SecondFactorTests {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    private final SecondFactor factor = new SecondFactor(UUID.randomUUID(), "sealed", NOW);

    @Test
    void allowsFiveAttemptsInFifteenMinutes() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(this.factor.reserveAttempt(NOW.plusSeconds(attempt))).isTrue();
        }

        assertThat(this.factor.isLocked()).isTrue();
        assertThat(this.factor.reserveAttempt(NOW.plusSeconds(899))).isFalse();
        assertThat(this.factor.reserveAttempt(NOW.plusSeconds(900))).isTrue();
        assertThat(this.factor.isLocked()).isFalse();
    }

    @Test
    void countsAnewAfterARightCode() {
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(this.factor.reserveAttempt(NOW)).isTrue();
            this.factor.forgetAttempts();
        }
    }

    @Test
    void keepsTheCountWhenEnrolmentBeginsAnew() {
        for (int attempt = 0; attempt < 5; attempt++) {
            this.factor.reserveAttempt(NOW);
        }

        this.factor.restart("another", NOW);

        assertThat(this.factor.reserveAttempt(NOW)).isFalse();
    }

    @Test
    void usesStepsUpForwardsOnly() {
        this.factor.useStep(7);

        assertThatIllegalStateException().isThrownBy(() -> this.factor.useStep(7));
        assertThatIllegalStateException().isThrownBy(() -> this.factor.useStep(6));
        assertThat(this.factor.lastStep()).isEqualTo(7);
    }

    @Test
    void usesARecoveryCodeOnce() {
        this.factor.replaceRecoveryCodes(List.of("a", "b"));

        assertThat(this.factor.useRecoveryCode("a")).isTrue();
        assertThat(this.factor.useRecoveryCode("a")).isFalse();
        assertThat(this.factor.useRecoveryCode("c")).isFalse();
        assertThat(this.factor.recoveryCodesLeft()).isEqualTo(1);
    }

    @Test
    void isConfirmedOnceAndNeverRestartedAfterThat() {
        this.factor.confirm(NOW);

        assertThat(this.factor.isOn()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> this.factor.confirm(NOW));
        assertThatIllegalStateException().isThrownBy(() -> this.factor.restart("another", NOW));
    }

}

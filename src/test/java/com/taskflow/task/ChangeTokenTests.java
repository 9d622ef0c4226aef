package com.taskflow.task;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.taskflow.platform.error.GoneException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** When a client has to begin anew. */
class ChangeTokenTests {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    private static final ChangeCounter.Position POSITION = new ChangeCounter.Position(7, 100);

    @Test
    void countsForAsLongAsTombstonesAreKept() {
        assertThatNoException()
                .isThrownBy(() -> new ChangeToken(7, 3, NOW.minus(Duration.ofDays(90))).check(POSITION, NOW));
        assertThatExceptionOfType(GoneException.class).isThrownBy(
                () -> new ChangeToken(7, 3, NOW.minus(Duration.ofDays(90)).minusMillis(1)).check(POSITION, NOW));
    }

    @Test
    void doesNotCountAheadOfTheCounter() {
        assertThatNoException().isThrownBy(() -> new ChangeToken(7, 100, NOW).check(POSITION, NOW));
        assertThatExceptionOfType(GoneException.class)
                .isThrownBy(() -> new ChangeToken(7, 101, NOW).check(POSITION, NOW));
    }

    @Test
    void doesNotCountInAnotherEpoch() {
        assertThatExceptionOfType(GoneException.class)
                .isThrownBy(() -> new ChangeToken(6, 3, NOW).check(POSITION, NOW));
    }

}

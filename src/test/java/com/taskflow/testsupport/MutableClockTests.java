package com.taskflow.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MutableClockTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final MutableClock clock = MutableClock.at(NOON);

    @Test
    void standsStillUntilMoved() {
        assertThat(clock.instant()).isEqualTo(NOON);

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-11-22T12:05:00Z");
    }

    @Test
    void movesItsViewsInOtherZones() {
        Clock kathmandu = clock.withZone(ZoneId.of("Asia/Kathmandu"));

        clock.set(NOON.plusSeconds(1));

        assertThat(kathmandu.instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(kathmandu.getZone()).hasToString("Asia/Kathmandu");
    }

}

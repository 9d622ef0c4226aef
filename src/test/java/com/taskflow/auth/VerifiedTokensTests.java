package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import com.taskflow.platform.security.KeySource;
import com.taskflow.platform.security.TestKeys;
import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class VerifiedTokensTests {

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T12:00:00Z"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final AccessTokens tokens = tokens(TestKeys.of("2026-11"));

    private final VerifiedTokens verified = verified(TestKeys.of("2026-11"));

    private AccessTokens tokens(KeySource keys) {
        return new AccessTokens(keys, AccessTokensTests.defaults(), this.clock);
    }

    private VerifiedTokens verified(KeySource keys) {
        return new VerifiedTokens(tokens(keys), keys, this.clock, this.meters);
    }

    @Test
    void remembersWhatWasVerified() {
        String token = issue();

        assertThat(this.verified.verify(token)).isEqualTo(this.verified.verify(token)).isPresent();
        assertThat(count("hit")).isEqualTo(1);
        assertThat(count("miss")).isEqualTo(1);
    }

    @Test
    void refusesWhatItRememberedWhenItHasExpired() {
        String token = issue();
        assertThat(this.verified.verify(token)).isPresent();

        this.clock.advance(Duration.ofMinutes(16));

        assertThat(this.verified.verify(token)).isEmpty();
    }

    @Test
    void remembersNothingOfAnotherSpelling() {
        String token = issue();
        assertThat(this.verified.verify(token)).isPresent();

        assertThat(this.verified.verify(token + "=")).isEmpty();
        assertThat(this.verified.verify(token + ".")).isEmpty();
    }

    @Test
    void refusesTokenOfUnknownKey() {
        assertThat(verified(TestKeys.of("2026-12")).verify(issue())).isEmpty();
    }

    private String issue() {
        return this.tokens.issue(UUID.randomUUID(), UUID.randomUUID(), 0);
    }

    private double count(String result) {
        return this.meters.get("cache.gets").tag("cache", "access-tokens").tag("result", result).functionCounter()
                .count();
    }

}

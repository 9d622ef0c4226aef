package com.taskflow.auth;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.taskflow.platform.security.TestKeys;
import com.taskflow.user.Credentials;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTokensTests {

    private static final Credentials ANN = user(UUID.randomUUID(), null);

    private final DeviceTokens tokens = new DeviceTokens(TestKeys.of("b", "a"));

    private final String token = this.tokens.issue(ANN, showing(null));

    @Test
    void knowsADeviceByTheSameIdWheneverItSignsIn() {
        String next = this.tokens.issue(ANN, showing(this.token));

        assertThat(this.tokens.idOf(showing(this.token), ANN)).isPresent()
                .isEqualTo(this.tokens.idOf(showing(next), ANN));
    }

    @Test
    void makesADeviceWithoutValidTokenAnother() {
        assertThat(this.tokens.idOf(showing(this.tokens.issue(ANN, showing("garbage"))), ANN))
                .isNotEqualTo(this.tokens.idOf(showing(this.token), ANN));
    }

    @Test
    void takesTokensOfEveryPepperOfTheRingAndRenewsThemWithTheActive() {
        String old = new DeviceTokens(TestKeys.of("a")).issue(ANN, showing(null));

        assertThat(this.tokens.idOf(showing(old), ANN)).isPresent();
        assertThat(this.tokens.issue(ANN, showing(old))).startsWith("v1.b.");
        assertThat(new DeviceTokens(TestKeys.of("c")).idOf(showing(old), ANN)).isEmpty();
    }

    @Test
    void isWorthNothingForAnotherAccount() {
        assertThat(this.tokens.idOf(showing(this.token), user(UUID.randomUUID(), null))).isEmpty();
    }

    @Test
    void isVoidAfterAPasswordReset() {
        Credentials reset = user(ANN.userId(), Instant.EPOCH.plusSeconds(5));
        String renewed = this.tokens.issue(reset, showing(this.token));

        assertThat(this.tokens.idOf(showing(this.token), reset)).isEmpty();
        assertThat(this.tokens.idOf(showing(renewed), reset)).isPresent();
    }

    @Test
    void refusesAnotherId() {
        String[] parts = this.token.split("\\.");
        parts[2] = "A".repeat(22);

        assertThat(this.tokens.idOf(showing(String.join(".", parts)), ANN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.b..", "v1.b.AAAAAAAAAAAAAAAAAAAAAA.", "v2.b.AAAAAAAAAAAAAAAAAAAAAA.x", "é", "\0"})
    void takesGarbageForNoToken(String garbage) {
        assertThat(this.tokens.idOf(showing(garbage), ANN)).isEmpty();
        assertThat(this.tokens.idOf(showing(this.token + garbage + "="), ANN)).isEmpty();
    }

    private static Credentials user(UUID id, @Nullable Instant passwordResetAt) {
        return new Credentials(id, "hash", passwordResetAt, 0, false);
    }

    private static Device showing(@Nullable String token) {
        return new Device(null, null, token);
    }

}

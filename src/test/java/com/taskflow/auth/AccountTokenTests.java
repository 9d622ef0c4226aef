package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What mailed tokens say, and when that stops to count. */
class AccountTokenTests {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    private final AccountToken token = AccountToken.of(UUID.randomUUID(), NOW, "the old hash");

    @Test
    void isReadAsItWasWritten() {
        assertThat(AccountToken.parse(this.token.content())).contains(this.token);
    }

    @Test
    void fitsTheStateItWasMadeForAndNoOther() {
        assertThat(this.token.fits("the old hash")).isTrue();
        assertThat(this.token.fits("the new hash")).isFalse();
    }

    @Test
    void expires() {
        Duration lifetime = Duration.ofMinutes(10);

        assertThat(this.token.isFreshAt(NOW.plus(lifetime).minusSeconds(1), lifetime)).isTrue();
        assertThat(this.token.isFreshAt(NOW.plus(lifetime), lifetime)).isFalse();
    }

    @Test
    void showsNothingOfTheState() {
        assertThat(this.token.content()).doesNotContain("hash");
        assertThat(this.token.toString()).doesNotContain(this.token.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "||", "a|b|c", "00000000-0000-0000-0000-000000000001|x|c",
        "00000000-0000-0000-0000-000000000001|1|c|d", "00000000-0000-0000-0000-000000000001|99999999999999999999|c"})
    void takesNothingElse(String content) {
        assertThat(AccountToken.parse(content)).isEmpty();
    }

}

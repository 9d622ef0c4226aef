package com.taskflow.platform.ratelimit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuotaTests {

    @ParameterizedTest
    @CsvSource({"10/15m, 10, 900", "600/1m, 600, 60", "1/1s, 1, 1", "5/PT1H, 5, 3600", "20 / 1h, 20, 3600",
        "1/31d, 1, 2678400"})
    void readsNumberAndTime(String text, long requests, long seconds) {
        assertThat(Quota.parse(text)).isEqualTo(new Quota(requests, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10/", "/15m", "0/15m", "-1/15m", "1.5/15m", "ten/15m", "10/15", "10/0s",
        "10/500ms", "10/1500ms", "10/-1m", "10/15 minutes", "10/15m/2", "9999999999/1m", "10/32d", "10/99999999999999d",
        "١٠/15m"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.parse(text)).withMessageStartingWith("it");
    }

    @Test
    void isSharedAmongReplicasButNeverNothing() {
        assertThat(Quota.parse("10/15m").share(3)).isEqualTo(Quota.parse("3/15m"));
        assertThat(Quota.parse("2/15m").share(3)).isEqualTo(Quota.parse("1/15m"));
    }

}

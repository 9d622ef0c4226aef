package com.taskflow.auth;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pins the defaults: a changed one is a changed promise. */
class AuthPropertiesTests {

    @Test
    void hasTheseDefaults() {
        assertThat(AccessTokensTests.defaults()).isEqualTo(new AuthProperties("taskflow", "taskflow",
                Duration.ofMinutes(15), Duration.ofSeconds(30), Duration.ofDays(7), Duration.ofDays(30),
                Duration.ofSeconds(10), 20, new AuthProperties.Cookie(true)));
    }

}

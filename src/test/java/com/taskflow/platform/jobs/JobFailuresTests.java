package com.taskflow.platform.jobs;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/** How long failed jobs wait, and what is said of them. */
class JobFailuresTests {

    private final JobFailures failures = new JobFailures(Mockito.mock(), new JobsProperties(true,
            new JobsProperties.Retry(15, Duration.ofSeconds(5), Duration.ofHours(1)),
            new JobsProperties.Database(null, null, 2)), Clock.systemUTC());

    @Test
    void doublesTheWaitFromAttemptToAttempt() {
        assertThat(this.failures.delayAfter(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(this.failures.delayAfter(2)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
        assertThat(this.failures.delayAfter(5)).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(96));
    }

    @Test
    void waitsNoLongerThanTheBoundHoweverManyAttempts() {
        assertThat(this.failures.delayAfter(14)).isBetween(Duration.ofHours(1), Duration.ofMinutes(72));
        assertThat(this.failures.delayAfter(1000)).isBetween(Duration.ofHours(1), Duration.ofMinutes(72));
    }

    @Test
    void describesFailuresWithoutTheirMessages() {
        Exception failure = new IllegalStateException("to ann@example.org",
                new java.io.IOException("550 ann@example.org unknown"));

        assertThat(JobFailures.describe(failure)).startsWith("IllegalStateException < IOException at JobFailuresTests")
                .doesNotContain("ann");
    }

}

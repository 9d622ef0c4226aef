package com.taskflow.platform.ratelimit;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTests {

    @Test
    void writesPolicyAsStructuredField() {
        assertThat(Verdict.policyHeader(RateLimit.LOGIN, Quota.parse("10/15m"))).isEqualTo("\"login\";q=10;w=900");
    }

    @Test
    void writesStateAsStructuredFieldInWholeSecondsRoundedUp() {
        assertThat(new Verdict(true, 9, Duration.ofMillis(899_001), Duration.ZERO).header(RateLimit.LOGIN))
                .isEqualTo("\"login\";r=9;t=900");
    }

    @Test
    void hidesDebtThatLocalDecisionsHaveLeft() {
        Verdict verdict = Verdict.of(ConsumptionProbe.rejected(-3, 400_000_000, 60_000_000_000L));

        assertThat(verdict.header(RateLimit.API)).isEqualTo("\"api\";r=0;t=1");
        assertThat(verdict.retryAfter()).isEqualTo(Duration.ofMillis(400));
    }

}

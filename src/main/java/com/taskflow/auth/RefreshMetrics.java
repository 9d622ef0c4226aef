package com.taskflow.auth;

import java.util.Arrays;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import com.taskflow.platform.web.WireName;

/**
 * Counts refreshes: {@code taskflow.auth.refresh} by outcome, and {@code taskflow.auth.refresh.alarm} for a token that
 * is ahead of its session, which somebody should look at. All exist from the start, so that an alert can tell zero from
 * absent.
 */
@Component
class RefreshMetrics {

    private final MeterRegistry registry;

    RefreshMetrics(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(RefreshOutcome.values()).forEach(this::outcomes);
        alarms();
    }

    void count(RefreshOutcome outcome) {
        outcomes(outcome).increment();
        if (outcome == RefreshOutcome.AHEAD) {
            alarms().increment();
        }
    }

    private Counter outcomes(RefreshOutcome outcome) {
        return this.registry.counter("taskflow.auth.refresh", "outcome", WireName.of(outcome));
    }

    private Counter alarms() {
        return this.registry.counter("taskflow.auth.refresh.alarm");
    }

}

package com.taskflow.platform.ratelimit;

import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts decisions, {@code taskflow.ratelimit.requests} by {@code limit} and {@code outcome} (allowed, limited), and
 * shows as {@code taskflow.ratelimit.degraded} (0 or 1) whether this replica counts alone for want of Redis. All exist
 * from the start, so that an alert can tell zero from absent.
 */
@Component
class RateLimitMetrics {

    private final Map<RateLimit, Counter> allowed = new EnumMap<>(RateLimit.class);

    private final Map<RateLimit, Counter> limited = new EnumMap<>(RateLimit.class);

    RateLimitMetrics(MeterRegistry registry, SharedBuckets shared) {
        for (RateLimit limit : RateLimit.values()) {
            this.allowed.put(limit, counter(registry, limit, "allowed"));
            this.limited.put(limit, counter(registry, limit, "limited"));
        }
        Gauge.builder("taskflow.ratelimit.degraded", shared, (buckets) -> buckets.isDegraded() ? 1 : 0)
                .description("Whether rate limits are counted without Redis").register(registry);
    }

    private static Counter counter(MeterRegistry registry, RateLimit limit, String outcome) {
        return Counter.builder("taskflow.ratelimit.requests").description("Requests by rate limit and its decision")
                .tag("limit", limit.policyName()).tag("outcome", outcome).register(registry);
    }

    void count(RateLimit limit, Verdict verdict) {
        Counter counter = (verdict.admitted() ? this.allowed : this.limited).get(limit);
        if (counter != null) {
            counter.increment();
        }
    }

}

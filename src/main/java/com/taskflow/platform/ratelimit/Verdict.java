package com.taskflow.platform.ratelimit;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;

/**
 * What a limit says to one request.
 *
 * @param remaining how many more requests would be admitted now
 * @param untilReset until the whole quota is there again
 * @param retryAfter until the next request would be admitted; zero for an admitted one
 */
record Verdict(boolean admitted, long remaining, Duration untilReset, Duration retryAfter) {

    static Verdict of(ConsumptionProbe probe) {
        return new Verdict(probe.isConsumed(), Math.max(0, probe.getRemainingTokens()),
                Duration.ofNanos(probe.getNanosToWaitForReset()), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The {@code RateLimit-Policy} field (draft-ietf-httpapi-ratelimit-headers-11): {@code "login";q=10;w=900}. */
    static String policyHeader(RateLimit limit, Quota quota) {
        return '"' + limit.policyName() + "\";q=" + quota.requests() + ";w=" + quota.period().toSeconds();
    }

    /**
     * The {@code RateLimit} field: {@code "login";r=9;t=900}, the time in whole seconds, rounded up. A refusal names the
     * same time as its {@code Retry-After}, as the draft asks.
     */
    String header(RateLimit limit) {
        Duration reset = this.admitted ? this.untilReset : this.retryAfter;
        return '"' + limit.policyName() + "\";r=" + this.remaining + ";t=" + reset.plusNanos(999_999_999).toSeconds();
    }

}

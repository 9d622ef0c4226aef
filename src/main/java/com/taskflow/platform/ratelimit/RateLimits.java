package com.taskflow.platform.ratelimit;

import java.util.Map;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import com.taskflow.platform.error.RateLimitedException;

/**
 * Holds requests to the limits. Every method counts one request, writes the {@code RateLimit-Policy} and
 * {@code RateLimit} headers, and throws when it is one too many; with the limit off it does nothing. {@link
 * RateLimitFilter} calls them for all routes but those whose limit only the handler can tell. Call it once a request and
 * outside of transactions: it asks Redis. Safe with N replicas.
 */
@Component
public class RateLimits {

    private final Map<RateLimit, Quota> quotas;

    private final SharedBuckets shared;

    private final LocalBuckets local;

    private final RateLimitMetrics metrics;

    RateLimits(LimitsProperties properties, SharedBuckets shared, LocalBuckets local, RateLimitMetrics metrics) {
        this.quotas = properties.quotas();
        this.shared = shared;
        this.local = local;
        this.metrics = metrics;
    }

    /**
     * Counts the use of a genuine refresh token against {@link RateLimit#REFRESH}.
     * @param session the token's session, after its tag was checked: anybody can write a session's id
     * @throws RateLimitedException when the session has used up its quota
     */
    public void refresh(UUID session, HttpServletResponse response) {
        hold(RateLimit.REFRESH, session.toString(), response);
    }

    /**
     * Counts a request of somebody unknown, one with a bad token too, against {@link RateLimit#ANONYMOUS}.
     * @throws RateLimitedException when the client's address has used up its quota
     */
    public void anonymous(HttpServletRequest request, HttpServletResponse response) {
        hold(RateLimit.ANONYMOUS, ClientAddress.of(request), response);
    }

    /** @param subject whom the limit counts, see {@link BucketKey} */
    void hold(RateLimit limit, String subject, HttpServletResponse response) {
        Quota quota = this.quotas.get(limit);
        if (quota == null) {
            return;
        }
        BucketKey key = new BucketKey(limit, quota, subject);
        Verdict verdict = this.shared.admit(key).orElseGet(() -> this.local.admit(key));
        this.metrics.count(limit, verdict);
        response.setHeader("RateLimit-Policy", Verdict.policyHeader(limit, quota));
        response.setHeader("RateLimit", verdict.header(limit));
        if (!verdict.admitted()) {
            throw RateLimitedException.retryAfter(verdict.retryAfter());
        }
    }

}

package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Refreshes that this replica could not answer, and when each was asked for first. A database that stands still may have
 * committed the rotation all the same: the client then comes with a token that was rotated long ago, and has asked all
 * the time. That is no reuse. Forgotten with the answer, and a minute after the last attempt.
 */
@Component
class UnansweredRefreshes {

    private static final long MOST = 10_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** By the token as it was presented, genuine or not: without the database nobody can tell. */
    private final Cache<RefreshToken, Instant> firstAttempts = Caffeine.newBuilder().maximumSize(MOST)
            .expireAfterAccess(KEPT).build();

    private final Clock clock;

    UnansweredRefreshes(Clock clock) {
        this.clock = clock;
    }

    /** Does the work with the token and notes when that fails. */
    <T> T watch(RefreshToken token, Supplier<T> work) {
        Instant begin = this.clock.instant();
        try {
            return work.get();
        } catch (RuntimeException ex) {
            Instant _ = this.firstAttempts.get(token, (_) -> begin);
            throw ex;
        }
    }

    /** The token's client has its answer, whatever it is: nothing more is forgiven on account of the wait. */
    void answered(RefreshToken token) {
        this.firstAttempts.invalidate(token);
    }

    /** For how long the token's client has been asking without an answer; zero for most. */
    Duration waited(RefreshToken token) {
        Instant first = this.firstAttempts.getIfPresent(token);
        return (first != null) ? Duration.between(first, this.clock.instant()) : Duration.ZERO;
    }

}

package com.taskflow.platform.error;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 429: too often; {@code Retry-After} says when to come back. */
public final class RateLimitedException extends ProblemException {

    private final Duration retryAfter;

    private RateLimitedException(Duration retryAfter) {
        super(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", "Too many requests: wait as Retry-After says.", List.of());
        this.retryAfter = retryAfter;
    }

    public static RateLimitedException retryAfter(Duration wait) {
        return new RateLimitedException(wait);
    }

    @Override
    public HttpHeaders headers() {
        return UnavailableException.retryAfterHeader(this.retryAfter);
    }

}

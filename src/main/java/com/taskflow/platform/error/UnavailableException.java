package com.taskflow.platform.error;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 503: a dependency is down or load is shed; nothing was changed and the same request may be sent again. */
public final class UnavailableException extends ProblemException {

    /** Those whom there was no room for come back later than it takes to make some: else they are the next crowd. */
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

    private static final Duration WHEN_BACK = Duration.ofSeconds(2);

    private final Duration retryAfter;

    private UnavailableException(String detail, Duration retryAfter) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of());
        this.retryAfter = retryAfter;
    }

    public static UnavailableException busy() {
        return new UnavailableException("The service is busy: try again shortly.", WHEN_BUSY);
    }

    public static UnavailableException dependency() {
        return new UnavailableException("The service cannot reach what it depends on: try again shortly.", WHEN_BACK);
    }

    @Override
    public HttpHeaders headers() {
        return retryAfterHeader(this.retryAfter);
    }

    /** Whole seconds, rounded up, at least one: a client that waits this long finds the door open. */
    static HttpHeaders retryAfterHeader(Duration wait) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
        return headers;
    }

}

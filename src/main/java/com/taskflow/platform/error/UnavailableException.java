package com.taskflow.platform.error;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 503: a dependency is down or load is shed; nothing was changed and the same request may be sent again. */
public final class UnavailableException extends ProblemException {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private UnavailableException(String detail) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of());
    }

    public static UnavailableException busy() {
        return new UnavailableException("The service is busy: try again shortly.");
    }

    public static UnavailableException dependency() {
        return new UnavailableException("The service cannot reach what it depends on: try again shortly.");
    }

    @Override
    public HttpHeaders headers() {
        return retryAfterHeader(RETRY_AFTER);
    }

    /** Whole seconds, rounded up, at least one: a client that waits this long finds the door open. */
    static HttpHeaders retryAfterHeader(Duration wait) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
        return headers;
    }

}

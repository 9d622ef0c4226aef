package com.taskflow.platform.error;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 412 with the current entity tag, or 428 where a precondition is required (RFC 9110 §13, RFC 6585 §3). */
public final class PreconditionException extends ProblemException {

    private final HttpHeaders headers = new HttpHeaders();

    private PreconditionException(HttpStatus status, String slug, String detail) {
        super(status, slug, detail, List.of());
    }

    /** @param currentTag the resource's tag as it stands in an {@code ETag} header, quotes included */
    public static PreconditionException failed(String currentTag) {
        PreconditionException exception = new PreconditionException(HttpStatus.PRECONDITION_FAILED,
                "precondition-failed", "The resource has changed since: read it again and retry with its new ETag.");
        exception.headers.set(HttpHeaders.ETAG, currentTag);
        return exception;
    }

    public static PreconditionException required(String detail) {
        return new PreconditionException(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", detail);
    }

    @Override
    public HttpHeaders headers() {
        return this.headers;
    }

}

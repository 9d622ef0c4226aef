package com.taskflow.platform.error;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A refusal that is part of the contract. Its kinds are the sub-classes; each is answered as the RFC 9457 problem
 * {@code /problems/<slug>}. No stack trace is taken: it is an answer, not a fault.
 */
public abstract sealed class ProblemException extends RuntimeException
        permits NotFoundException, ConflictException, ForbiddenException, InvalidException, UnauthenticatedException,
        RateLimitedException, PreconditionException, GoneException, UnavailableException {

    private final HttpStatus status;

    private final String slug;

    private final List<FieldError> errors;

    ProblemException(HttpStatus status, String slug, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.errors = List.copyOf(errors);
    }

    public HttpStatus status() {
        return this.status;
    }

    /** The last segment of the problem's {@code type}: stable, clients may branch on it. */
    public String slug() {
        return this.slug;
    }

    /** A sentence for people; shown to the client. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return this.errors;
    }

    /** What the problem says beside the usual (RFC 9457 §3.2), by name. */
    public Map<String, String> members() {
        return Map.of();
    }

    /** The headers that the answer needs beside the problem itself. */
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

}

package com.taskflow.platform.error;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 401: nobody, or nobody any more, is signed in by this request. */
public final class UnauthenticatedException extends ProblemException {

    private final Map<String, String> members;

    private UnauthenticatedException(String slug, String detail, Map<String, String> members) {
        super(HttpStatus.UNAUTHORIZED, slug, detail, List.of());
        this.members = Map.copyOf(members);
    }

    /** The same for every reason: what was wrong with a token is nothing that its bearer needs to know. */
    public static UnauthenticatedException nobody() {
        return of("unauthenticated", "Sign in to do this.");
    }

    public static UnauthenticatedException of(String slug, String detail) {
        return new UnauthenticatedException(slug, detail, Map.of());
    }

    /** @param members what the client needs to go on with */
    public static UnauthenticatedException of(String slug, String detail, Map<String, String> members) {
        return new UnauthenticatedException(slug, detail, members);
    }

    @Override
    public Map<String, String> members() {
        return this.members;
    }

    @Override
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return headers;
    }

}

package com.taskflow.platform.error;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 401: nobody, or nobody any more, is signed in by this request. */
public final class UnauthenticatedException extends ProblemException {

    private UnauthenticatedException(String slug, String detail) {
        super(HttpStatus.UNAUTHORIZED, slug, detail, List.of());
    }

    public static UnauthenticatedException of(String slug, String detail) {
        return new UnauthenticatedException(slug, detail);
    }

    @Override
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return headers;
    }

}

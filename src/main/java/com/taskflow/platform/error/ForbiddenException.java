package com.taskflow.platform.error;

import java.util.List;

import org.springframework.http.HttpStatus;

/** 403: the caller is known, or need not be, but this may not be done this way. */
public final class ForbiddenException extends ProblemException {

    private ForbiddenException(String slug, String detail) {
        super(HttpStatus.FORBIDDEN, slug, detail, List.of());
    }

    public static ForbiddenException of(String slug, String detail) {
        return new ForbiddenException(slug, detail);
    }

}

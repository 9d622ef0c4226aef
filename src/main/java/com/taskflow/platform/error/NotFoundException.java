package com.taskflow.platform.error;

import java.util.List;

import org.springframework.http.HttpStatus;

/** 404: there is no such thing, or it belongs to somebody else; the answer does not tell which. */
public final class NotFoundException extends ProblemException {

    private NotFoundException(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", detail, List.of());
    }

    public static NotFoundException of(String resource, Object id) {
        return new NotFoundException("There is no %s %s.".formatted(resource, id));
    }

}

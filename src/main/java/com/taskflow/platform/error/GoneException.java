package com.taskflow.platform.error;

import java.util.List;

import org.springframework.http.HttpStatus;

/** 410: what the client refers to was there, and is kept no longer. */
public final class GoneException extends ProblemException {

    private GoneException(String slug, String detail) {
        super(HttpStatus.GONE, slug, detail, List.of());
    }

    public static GoneException of(String slug, String detail) {
        return new GoneException(slug, detail);
    }

}

package com.taskflow.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service's keys cannot be used; it does not start with them. */
class InvalidKeysException extends IllegalStateException {

    private final String action;

    InvalidKeysException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** Says it at start-up as a description and a fix instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<InvalidKeysException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, InvalidKeysException cause) {
            return new FailureAnalysis("TaskFlow's secret keys: " + cause.getMessage(), cause.action, cause);
        }

    }

}

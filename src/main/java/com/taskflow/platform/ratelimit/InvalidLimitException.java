package com.taskflow.platform.ratelimit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A rate limit is set to something that is none; the service does not start with it. */
class InvalidLimitException extends IllegalStateException {

    private final String action;

    InvalidLimitException(RateLimit limit, String value, String why) {
        super("taskflow.limits.%s is '%s': %s.".formatted(limit.policyName(), value, why));
        this.action = "Set TASKFLOW_LIMITS_%s to a number of requests and a time, for example %s, or to off."
                .formatted(limit.name(), limit.defaultQuota());
    }

    /** Says it at start-up as a description and a fix instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<InvalidLimitException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, InvalidLimitException cause) {
            return new FailureAnalysis("The rate limit " + cause.getMessage(), cause.action, cause);
        }

    }

}

package com.taskflow.platform.persistence;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database's schema is older than this release needs. */
class OutdatedSchemaException extends IllegalStateException {

    OutdatedSchemaException(String firstMissing) {
        super("The database's schema is older than this release: %s and what follows it are missing."
                .formatted(firstMissing));
    }

    /** Names the command that mends it. */
    static class Analyzer extends AbstractFailureAnalyzer<OutdatedSchemaException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, OutdatedSchemaException cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()),
                    "Run 'java -jar taskflow.jar migrate' with the settings of the tables' owner, then start again.",
                    cause);
        }

    }

}

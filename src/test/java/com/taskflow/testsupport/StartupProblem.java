package com.taskflow.testsupport;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Something a person has to put right before TaskFlow can start here: a port in use, a folder that does not fit, no
 * Docker daemon. Shown as its two texts, without a stack trace, by {@link StartupProblemAnalyzer}.
 */
class StartupProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param description what is the matter
     * @param action what to type or change
     */
    StartupProblem(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }

}

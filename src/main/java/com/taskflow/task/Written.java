package com.taskflow.task;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a write of tasks came to.
 *
 * @param operationId what can be undone; null when nothing changed
 */
public record Written<T extends @Nullable Object>(T value, @Nullable UUID operationId) {

    static final String OPERATION_ID = "X-Operation-Id";

    /** Names the operation in the answer. */
    public void addTo(HttpHeaders headers) {
        if (this.operationId != null) {
            headers.set(OPERATION_ID, this.operationId.toString());
        }
    }

}

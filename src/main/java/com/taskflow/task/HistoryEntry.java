package com.taskflow.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one operation did to a task.
 *
 * @param operationId can be given to undo
 * @param sessionId whence it was done, one of {@code GET /auth/sessions} while that lives; null when nobody asked for it
 * @param changes by the field's name
 */
@Schema(example = """
        {"kind": "updated", "at": "2026-11-22T08:30:00.123Z", "operationId": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
         "sessionId": "019a2b3c-0000-7f60-8a9b-0c1d2e3f4a5b",
         "changes": {"title": {"from": "Pay rent", "to": "Pay the rent"}}}""")
record HistoryEntry(ChangeKind kind, Instant at, UUID operationId, @Nullable UUID sessionId,
        Map<TaskField, FieldChange> changes) {

    static HistoryEntry from(ChangeLog.Entry entry) {
        return new HistoryEntry(entry.change().kind(), entry.at(), entry.operationId(), entry.sessionId(),
                entry.change().fields());
    }

}

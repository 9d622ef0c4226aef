package com.taskflow.transfer;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/**
 * How an import goes.
 *
 * @param items how many the document has
 * @param processed how many of them have been looked at
 * @param imported how many of these are new
 * @param losses how much was not taken over as it stood; {@code /import/{id}/losses} says what
 */
@Schema(example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "format": "taskflow", "status": "done", "items": 1200,
         "processed": 1200, "imported": 1199, "losses": 1, "createdAt": "2026-11-22T08:30:00.123Z",
         "finishedAt": "2026-11-22T08:30:01.456Z"}""")
record ImportResponse(UUID id, String format, ImportStatus status, int items, int processed, int imported, int losses,
        Instant createdAt, @Nullable Instant finishedAt) {

    EntityTag entityTag(UUID owner) {
        return EntityTag.of("import", owner, this.id, this.status, this.items, this.processed);
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/**
 * A saved filter as the API shows it.
 *
 * @param sort the order that goes with it, null for the usual one
 */
@Schema(name = "SavedFilter", example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "Today", "filter": "due <= today and status != done",
         "sort": "due", "createdAt": "2026-11-22T08:30:00.123Z", "updatedAt": "2026-11-22T08:30:00.123Z", "version": 0}""")
record SavedFilterResponse(UUID id, String name, String filter, @Nullable String sort, Instant createdAt,
        Instant updatedAt, int version) {

    /** The strong tag of this filter in this version; the owner is in it, since ids are only unique per owner. */
    EntityTag entityTag(UUID owner) {
        return EntityTag.of("filter", owner, this.id, this.version);
    }

}

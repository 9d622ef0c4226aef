package com.taskflow.label;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/**
 * A label as the API shows it to its owner.
 *
 * @param color null when none was chosen
 */
@Schema(example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "home", "color": "#2e7d32",
         "createdAt": "2026-11-22T08:30:00.123Z", "updatedAt": "2026-11-22T08:30:00.123Z", "version": 0}""")
record LabelResponse(UUID id, String name, @Nullable String color, Instant createdAt, Instant updatedAt, int version) {

    EntityTag entityTag(UUID owner) {
        return EntityTag.of("label", owner, this.id, this.version);
    }

}

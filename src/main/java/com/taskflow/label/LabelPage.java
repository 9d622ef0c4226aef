package com.taskflow.label;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/**
 * One page of one's labels, by name.
 *
 * @param nextCursor where the next page begins, null on the last
 */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "home", "color": "#2e7d32",
         "createdAt": "2026-11-22T08:30:00.123Z", "updatedAt": "2026-11-22T08:30:00.123Z", "version": 0}],
         "nextCursor": null}""")
record LabelPage(List<LabelResponse> items, @Nullable String nextCursor) {

    /** What makes the page what it is; a list's tag is weak. */
    String weakTag(UUID owner) {
        return EntityTag.weak("labels", owner, this.items, this.nextCursor);
    }

}

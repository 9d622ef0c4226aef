package com.taskflow.task;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/**
 * All of an owner's filters, which are few.
 *
 * @param nextCursor always null: there is one page
 */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "Today",
          "filter": "due <= today and status != done", "sort": "due", "createdAt": "2026-11-22T08:30:00.123Z",
          "updatedAt": "2026-11-22T08:30:00.123Z", "version": 0}], "nextCursor": null}""")
record SavedFilterList(List<SavedFilterResponse> items, @Nullable String nextCursor) {

    /** The weak tag of the list as it is. */
    String tag(UUID owner) {
        return EntityTag.weak("filters", owner,
                this.items.stream().map((item) -> item.entityTag(owner).header()).toList());
    }

}

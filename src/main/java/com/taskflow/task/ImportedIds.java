package com.taskflow.task;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks for ids in items that have not been checked yet. */
final class ImportedIds {

    private ImportedIds() {}

    /** The id in a member of the item, null when there is none that can be read. */
    static @Nullable UUID read(JsonNode item, String member) {
        try {
            JsonNode id = item.path(member);
            return id.isString() ? UUID.fromString(id.asString()) : null;
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }

}

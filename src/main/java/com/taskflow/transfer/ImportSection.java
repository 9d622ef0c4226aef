package com.taskflow.transfer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of the export document that can be imported, brought by the feature it belongs to; a bean of this kind is all it
 * takes. Sections are imported one after the other, in the order of the beans ({@code @Order}).
 *
 * @param <T> what an item is read as
 */
public interface ImportSection<T> {

    /** The member of the document. */
    String name();

    /** What the item is about, null when that cannot be told. */
    default @Nullable UUID subject(JsonNode item) {
        return null;
    }

    /** The subject of an item of this section that comes before this one wherever it stands, null for none. */
    default @Nullable UUID predecessor(JsonNode item) {
        return null;
    }

    /** How an item is read: a record whose constraints it keeps. Members that the record does not have are lost. */
    Class<T> type();

    /**
     * Stores items, in one transaction of the owner's. An item that is there already is no loss.
     * @param items at most 500
     * @return how many were new
     */
    int store(UUID owner, List<ImportItem<T>> items, ImportChunk chunk);

}

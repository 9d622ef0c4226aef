package com.taskflow.user;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list in the export of one's data, filled by the feature that the data belongs to; a bean of this kind is all it
 * takes. It is read in chunks by key, each a statement of its own, so that neither memory nor a connection is held for as
 * long as the client takes to read. What is in it is shown to the user: nothing that opens or guards anything.
 *
 * @param name the member of the document, in camel case
 * @param beforeAll a key that comes before those of all items
 * @param reader reads a chunk
 * @param key the key of an item, by which they are read
 */
public record ExportSection<T, K>(String name, K beforeAll, Reader<T, K> reader, Function<T, K> key) {

    /** How many items are read at once. */
    private static final int CHUNK = 500;

    /** Reads a user's items in the order of their keys. */
    @FunctionalInterface
    public interface Reader<T, K> {

        /** The next items after that key, at most as many as the limit says. */
        List<T> read(UUID userId, K after, int limit);

    }

    /** A list in the order of its items' ids. */
    public static <T> ExportSection<T, UUID> byId(String name, Reader<T, UUID> reader, Function<T, UUID> id) {
        return new ExportSection<>(name, new UUID(0, 0), reader, id);
    }

    void forEach(UUID userId, Consumer<Object> action) {
        List<T> chunk;
        K after = this.beforeAll;
        do {
            chunk = this.reader.read(userId, after, CHUNK);
            chunk.forEach(action);
            after = chunk.isEmpty() ? after : this.key.apply(chunk.getLast());
        } while (chunk.size() == CHUNK);
    }

}

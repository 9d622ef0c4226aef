package com.taskflow.platform.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one page of a list.
 *
 * @param hasNext whether there are more
 */
public record PageRows<T>(List<T> rows, boolean hasNext) {

    /** @param read the rows from the page's first on, with one more than it takes if there is one */
    public static <T> PageRows<T> of(List<T> read, int pageSize) {
        return (read.size() > pageSize)
                ? new PageRows<>(List.copyOf(read.subList(0, pageSize)), true)
                : new PageRows<>(read, false);
    }

    /** Null on the last page. */
    public @Nullable String nextCursor(Function<T, String> cursorAfter) {
        return this.hasNext ? cursorAfter.apply(this.rows.getLast()) : null;
    }

}

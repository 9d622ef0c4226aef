package com.taskflow.task;

import org.jspecify.annotations.Nullable;

/** A part of a list. */
interface CursorPage {

    /** Where the next part begins, null on the last. */
    @Nullable
    String nextCursor();

}

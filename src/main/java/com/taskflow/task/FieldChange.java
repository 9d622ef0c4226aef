package com.taskflow.task;

import org.jspecify.annotations.Nullable;

/**
 * What one field was and what it became. Fresh, the values are the task's own; from the log, they are what JSON makes of
 * them: text, lists and maps.
 */
record FieldChange(@Nullable Object from, @Nullable Object to) {

}

package com.taskflow.platform.jobs;

import java.time.Duration;

/**
 * Rows that nobody needs any more after a time; a bean of this kind is all it takes to have them deleted.
 *
 * @param table whose rows
 * @param column the {@code timestamptz} that their age is counted from; rows without one stay
 * @param keep how long they are kept at least; they go within an hour after
 */
public record Purge(String table, String column, Duration keep) {

}

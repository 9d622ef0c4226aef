package com.taskflow.task;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins, null on the last
 */
record TaskPage(List<TaskResponse> items, @Nullable String nextCursor) {

}

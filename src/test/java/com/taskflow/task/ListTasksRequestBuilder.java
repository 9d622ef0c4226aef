package com.taskflow.task;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Builds lists for tests: {@code aList().status(TODO).sort("due").build()}. */
final class ListTasksRequestBuilder {

    private @Nullable TaskStatus status;

    private @Nullable TaskPriority priority;

    private @Nullable List<String> label;

    private @Nullable String q;

    private @Nullable UUID parentId;

    private @Nullable TimeBound dueBefore;

    private @Nullable TimeBound dueAfter;

    private @Nullable TimeBound updatedSince;

    private @Nullable String filter;

    private @Nullable TaskOrder sort;

    private ListTasksRequestBuilder() {}

    static ListTasksRequestBuilder aList() {
        return new ListTasksRequestBuilder();
    }

    ListTasksRequestBuilder status(TaskStatus status) {
        this.status = status;
        return this;
    }

    ListTasksRequestBuilder priority(TaskPriority priority) {
        this.priority = priority;
        return this;
    }

    ListTasksRequestBuilder label(String... labels) {
        this.label = List.of(labels);
        return this;
    }

    ListTasksRequestBuilder q(String q) {
        this.q = q;
        return this;
    }

    ListTasksRequestBuilder parentId(UUID parentId) {
        this.parentId = parentId;
        return this;
    }

    ListTasksRequestBuilder dueBefore(String bound) {
        this.dueBefore = TimeBound.valueOf(bound);
        return this;
    }

    ListTasksRequestBuilder dueAfter(String bound) {
        this.dueAfter = TimeBound.valueOf(bound);
        return this;
    }

    ListTasksRequestBuilder updatedSince(String bound) {
        this.updatedSince = TimeBound.valueOf(bound);
        return this;
    }

    ListTasksRequestBuilder filter(String filter) {
        this.filter = filter;
        return this;
    }

    ListTasksRequestBuilder sort(String sort) {
        this.sort = TaskOrder.valueOf(sort);
        return this;
    }

    ListTasksRequest build() {
        return new ListTasksRequest(this.status, this.priority, this.label, this.q, this.parentId, this.dueBefore,
                this.dueAfter, this.updatedSince, this.filter, this.sort, null, null);
    }

}

package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** How much a task matters, from least to most. */
@Schema(enumAsRef = true)
enum TaskPriority {

    LOW(0), MEDIUM(1), HIGH(2), URGENT(3);

    private final int order;

    TaskPriority(int order) {
        this.order = order;
    }

    /** Its place in the database's {@code priority_order}. */
    int order() {
        return this.order;
    }

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

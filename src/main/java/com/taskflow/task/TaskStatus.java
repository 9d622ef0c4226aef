package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** How far a task has come. */
@Schema(enumAsRef = true)
enum TaskStatus {

    TODO, IN_PROGRESS, DONE;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;

import com.taskflow.platform.web.WireName;

/** How far a task has come. */
enum TaskStatus {

    TODO, IN_PROGRESS, DONE;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** What became of a task by one change. */
@Schema(enumAsRef = true)
enum ChangeKind {

    CREATED, UPDATED, TRASHED, RESTORED, PURGED;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

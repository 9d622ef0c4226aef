package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** What became of a reminder. */
@Schema(enumAsRef = true)
enum ReminderStatus {

    SCHEDULED, SENT, SUPPRESSED;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** What the next occurrence is counted from: the schedule, or the day on which the one before was completed. */
@Schema(enumAsRef = true)
enum RecurrenceFrom {

    SCHEDULE, COMPLETION;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

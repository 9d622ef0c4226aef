package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** What became of an occurrence: done, skipped, the one to be done now, or still to come. */
@Schema(enumAsRef = true)
enum OccurrenceStatus {

    DONE, SKIPPED, CURRENT, UPCOMING;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

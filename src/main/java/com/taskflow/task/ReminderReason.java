package com.taskflow.task;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** Why a reminder was not sent. */
@Schema(enumAsRef = true)
enum ReminderReason {

    /** The task is due at another time now, or the reminder was taken off it. */
    CHANGED,

    /** The task was done. */
    DONE,

    /** The task went to the trash. */
    TRASHED,

    /** Its time had passed already when it was set. */
    PAST,

    /** The service was down when it was due, for too long to be of use. */
    MISSED;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

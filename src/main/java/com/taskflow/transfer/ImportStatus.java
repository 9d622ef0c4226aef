package com.taskflow.transfer;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.WireName;

/** How far an import has come. */
@Schema(enumAsRef = true)
enum ImportStatus {

    /** The document is being sent. */
    RECEIVING,
    /** All of it is here and waits to be taken over, or is being taken over. */
    RUNNING,
    /** Nothing more will happen. */
    DONE;

    @JsonValue
    String wireName() {
        return WireName.of(this);
    }

}

package com.taskflow.user;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.web.Text;
import com.taskflow.platform.web.TimeZoneName;

/** A merge patch of one's own account: absent means unchanged; nothing here can be cleared. */
@Schema(example = """
        {"name": "Me", "timeZone": "Europe/Berlin"}""")
record UpdateUserRequest(JsonNullable<@NotNull @Text(min = 1, max = 100, visible = true) String> name,
        JsonNullable<@NotNull @TimeZoneName String> timeZone) {

}

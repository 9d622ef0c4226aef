package com.taskflow.calendar;

import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;

import com.taskflow.platform.web.Text;

/**
 * A feed to create.
 *
 * @param name by which its owner knows which one to revoke
 */
@Schema(example = """
        {"name": "Phone"}""")
record CreateFeedRequest(@NotNull @Text(min = 1, max = 100, visible = true) String name) {

}

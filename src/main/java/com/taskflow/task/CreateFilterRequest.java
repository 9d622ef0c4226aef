package com.taskflow.task;

import java.util.UUID;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.Text;

/**
 * A filter to save.
 *
 * @param id chosen by the client, a UUIDv7; made here when null
 */
@Schema(example = """
        {"name": "Today", "filter": "due <= today and status != done", "sort": "due"}""")
record CreateFilterRequest(@Nullable UUID id,
        @NotNull @Text(min = 1, max = SavedFilter.LONGEST_NAME, visible = true) String name,
        @NotNull @FilterText String filter, @TaskOrderName @Nullable String sort) {

}

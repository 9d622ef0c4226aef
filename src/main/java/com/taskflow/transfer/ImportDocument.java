package com.taskflow.transfer;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an import takes as JSON, for the API's documentation: it is read item by item and never as a whole. Items look as
 * they do in an export.
 *
 * @param version 1
 */
@Schema(example = """
        {"version": 1, "labels": [], "tasks": [], "occurrences": [], "history": [], "filters": []}""")
record ImportDocument(int version, @Nullable List<Map<String, Object>> labels,
        @Nullable List<Map<String, Object>> tasks, @Nullable List<Map<String, Object>> occurrences,
        @Nullable List<Map<String, Object>> history, @Nullable List<Map<String, Object>> filters) {

}

package com.taskflow.task;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each of the changes, in their order. */
@Schema(example = """
        {"results": [{"status": 204},
         {"status": 404, "problem": {"type": "/problems/not-found", "title": "Not found", "status": 404,
          "detail": "There is no task 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b."}}]}""")
record BatchResponse(List<Result> results) {

    /**
     * What became of one.
     *
     * @param status as it would have been answered alone
     * @param task as it is now, absent after a deletion
     * @param problem why nothing was changed, absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BatchResult")
    record Result(int status, @Nullable TaskResponse task, @Nullable BatchProblem problem) {

    }

}

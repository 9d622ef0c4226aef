package com.taskflow.task;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.FieldError;
import com.taskflow.platform.error.ProblemException;
import com.taskflow.platform.error.Problems;

/** Why one operation of a batch was refused: a problem (RFC 9457) within an answer that has an address of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchProblem(URI type, String title, int status, String detail, @Nullable List<FieldError> errors) {

    static BatchProblem of(ProblemException problem) {
        return new BatchProblem(URI.create("/problems/" + problem.slug()), Problems.title(problem.slug()),
                problem.status().value(), problem.detail(), problem.errors().isEmpty() ? null : problem.errors());
    }

}

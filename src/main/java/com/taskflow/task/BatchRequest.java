package com.taskflow.task;

import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.taskflow.platform.web.WireName;

/** Several changes to one's tasks, done in their order. */
@Schema(example = """
        {"operations": [
         {"op": "create", "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "fields": {"title": "Pay the rent"}},
         {"op": "update", "id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "fields": {"priority": "high"}},
         {"op": "delete", "id": "019a2b3c-0000-7f60-8a9b-0c1d2e3f4a5b", "ifVersion": 3}]}""")
record BatchRequest(@NotNull @Size(min = 1, max = 100) @Valid List<@NotNull Item> operations) {

    /**
     * One of the changes.
     *
     * @param id of the task; a new one's may be left out
     * @param ifVersion the task's version that the change is meant for; any when null
     * @param fields as in a single create or update; read when it is this one's turn
     */
    @Schema(name = "BatchOperation")
    record Item(@NotNull Op op, @Nullable UUID id, @Nullable Integer ifVersion,
            @Schema(implementation = UpdateTaskRequest.class, description = "As in a single create or update, without the id") @Nullable JsonNode fields) {

    }

    /** What to do with the task. */
    @Schema(name = "BatchOperationKind", enumAsRef = true)
    enum Op {

        CREATE, UPDATE, DELETE, RESTORE;

        @JsonValue
        String wireName() {
            return WireName.of(this);
        }

    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.ProblemException;
import com.taskflow.platform.security.CurrentUser;

/** Does many changes in one operation. What they need is read at once, what they change is written at once. */
@Service
class BatchService {

    private final TaskOperations operations;

    private final BatchItems items;

    private final ChangeLog log;

    BatchService(TaskOperations operations, BatchItems items, ChangeLog log) {
        this.operations = operations;
        this.items = items;
        this.log = log;
    }

    /**
     * Does the changes in their order.
     * @param atomic whether one that is refused undoes all
     * @throws ConflictException 422 {@code batch-failed}
     */
    Written<BatchResponse> run(CurrentUser actor, BatchRequest request, boolean atomic) {
        return this.operations.write(actor, (operation) -> {
            operation.load(mentioned(request));
            Set<UUID> taken = this.log.taken(actor.id(), chosen(request));
            List<Outcome> outcomes = new ArrayList<>();
            for (BatchRequest.Item item : request.operations()) {
                Outcome outcome = run(operation, item, taken);
                if (atomic && outcome.problem() != null) {
                    throw ConflictException.failedBatch(outcomes.size(), outcome.problem());
                }
                outcomes.add(outcome);
            }
            return outcomes;
        }, (outcomes) -> new BatchResponse(outcomes.stream().map(Outcome::toResult).toList()));
    }

    private Outcome run(TaskOperation operation, BatchRequest.Item item, Set<UUID> taken) {
        try {
            return new Outcome(this.items.run(operation, item, taken), null);
        } catch (ProblemException ex) {
            return new Outcome(null, ex);
        }
    }

    /** The tasks that exist, and the parents that they or new ones are to have. */
    private static Set<UUID> mentioned(BatchRequest request) {
        Set<UUID> ids = new HashSet<>();
        request.operations().forEach((item) -> {
            if (item.id() != null && item.op() != BatchRequest.Op.CREATE) {
                ids.add(item.id());
            }
            JsonNode parent = (item.fields() != null) ? item.fields().get("parentId") : null;
            if (parent != null && parent.isString()) {
                parse(parent.stringValue()).forEach(ids::add);
            }
        });
        return ids;
    }

    private static Stream<UUID> parse(String id) {
        try {
            return Stream.of(UUID.fromString(id));
        } catch (IllegalArgumentException ex) {
            return Stream.empty();
        }
    }

    private static List<UUID> chosen(BatchRequest request) {
        return request.operations().stream().filter((item) -> item.op() == BatchRequest.Op.CREATE)
                .map(BatchRequest.Item::id).filter(Objects::nonNull).toList();
    }

    /** Either is null. */
    private record Outcome(BatchItems.@Nullable Done done, @Nullable ProblemException problem) {

        BatchResponse.Result toResult() {
            if (this.problem != null) {
                return new BatchResponse.Result(this.problem.status().value(), null, BatchProblem.of(this.problem));
            }
            BatchItems.Done result = Objects.requireNonNull(this.done);
            Task task = result.task();
            return new BatchResponse.Result(result.status(), (task != null) ? task.toResponse() : null, null);
        }

    }

}

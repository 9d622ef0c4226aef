package com.taskflow.platform.jobs;

import java.util.List;
import java.util.UUID;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/deadletters} lists the jobs that failed for good, {@code POST /actuator/deadletters/{id}} sends
 * one back into the queue (204, or 404 when it is not among them). The management chain asks for the operations token
 * before it lets anything be written.
 */
@Component
@WebEndpoint(id = "deadletters")
class DeadLettersEndpoint {

    private final DeadLetters deadLetters;

    DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    Items list() {
        return new Items(this.deadLetters.list());
    }

    @WriteOperation
    WebEndpointResponse<Void> retry(@Selector UUID id) {
        return new WebEndpointResponse<>(this.deadLetters.retry(id)
                ? WebEndpointResponse.STATUS_NO_CONTENT
                : WebEndpointResponse.STATUS_NOT_FOUND);
    }

    /** The list as it is answered, newest first. */
    record Items(List<DeadLetter> items) {

    }

}

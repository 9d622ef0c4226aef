package com.taskflow.platform.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * A job that failed for good, as an operator sees it. What it was to do stays in the table: it may name a person.
 *
 * @param error kinds of exceptions and the place, no messages
 */
record DeadLetter(UUID id, String job, int attempts, String error, Instant failedAt) {

}

package com.taskflow.platform.jobs;

import java.time.Duration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Background jobs. How often the queue is polled, and by how many threads, is {@code db-scheduler.*}.
 *
 * @param enabled whether this replica does jobs; every replica queues them. Switch it off where the profile
 * {@code worker} runs elsewhere: if it is off everywhere, no mail leaves
 * @param retry what happens to a job that failed
 * @param database the jobs' own connections
 */
@Validated
@ConfigurationProperties("taskflow.jobs")
record JobsProperties(@DefaultValue("true") boolean enabled, @Valid @DefaultValue Retry retry,
        @Valid @DefaultValue Database database) {

    /**
     * What happens to a job that failed.
     *
     * @param attempts how often it is tried before it becomes a dead letter, at least 1; with the defaults that takes
     * five to six hours
     * @param firstDelay the wait after the first failure; it doubles with each
     * @param longestDelay the wait does not grow beyond this
     */
    record Retry(@Min(1) @DefaultValue("15") int attempts,
            @DurationMin(millis = 1) @DefaultValue("5s") Duration firstDelay,
            @DurationMin(millis = 1) @DefaultValue("1h") Duration longestDelay) {

    }

    /**
     * The jobs' own connections, so that neither they nor requests can take the other's.
     *
     * @param username a role whose statements may take longer, {@code taskflow_jobs}; without it jobs use the service's
     * own, whose statements end after 1.5 s
     * @param password the role's password
     * @param poolSize the most connections
     */
    record Database(@Nullable String username, @Nullable String password, @Min(2) @DefaultValue("5") int poolSize) {

        @Override
        public String toString() {
            return "Database[" + this.username + "]";
        }

    }

}

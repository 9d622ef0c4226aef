package com.taskflow.platform.persistence;

import java.time.Duration;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A streaming replica that lists are read from.
 *
 * @param url JDBC address of the replica; without one everything is read from the primary
 * @param username who connects to it; the primary's when there is none
 * @param password of that user; the primary's when there is none
 * @param poolSize most connections to it of one instance
 * @param longestLag how far it may be behind the primary before it is left alone; longer than a second, which is how
 * often that is looked at
 */
@Validated
@ConfigurationProperties("taskflow.replica")
record ReplicaProperties(@Nullable String url, @Nullable String username, @Nullable String password,
        @Min(1) @DefaultValue("20") int poolSize, @DefaultValue("5s") Duration longestLag) {

    /** Its secrets are nobody's business. */
    @Override
    public String toString() {
        return "ReplicaProperties";
    }

}

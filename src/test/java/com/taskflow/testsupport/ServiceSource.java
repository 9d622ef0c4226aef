package com.taskflow.testsupport;

import java.util.List;

import org.springframework.core.env.Environment;

/**
 * Where PostgreSQL or Redis comes from. Decided for each of the two on its own: a server that Spring's standard
 * settings name wins, then containers where they are asked for, else the binaries from Maven Central.
 */
enum ServiceSource {

    /** A server that stands already, named by {@code spring.datasource.url} or {@code spring.data.redis.*}. */
    GIVEN,
    /** Testcontainers, asked for by {@code -Dtaskflow.services=containers} or {@code TASKFLOW_SERVICES}. */
    CONTAINERS,
    /** Child processes of this JVM. */
    EMBEDDED;

    private static final List<String> REDIS_SETTINGS = List.of("spring.data.redis.url", "spring.data.redis.host",
            "spring.data.redis.port", "spring.data.redis.sentinel.master", "spring.data.redis.cluster.nodes");

    static ServiceSource ofDatabase(Environment environment) {
        return of(environment, List.of("spring.datasource.url"));
    }

    static ServiceSource ofRedis(Environment environment) {
        return of(environment, REDIS_SETTINGS);
    }

    private static ServiceSource of(Environment environment, List<String> settings) {
        if (settings.stream().anyMatch(environment::containsProperty)) {
            return GIVEN;
        }
        String asked = environment.getProperty("taskflow.services", "embedded");
        return switch (asked) {
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            default -> throw new StartupProblem("taskflow.services is \"" + asked + "\".",
                    "Set it to \"embedded\" (the default) or \"containers\".", null);
        };
    }

}

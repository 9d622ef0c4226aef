package com.taskflow.platform.observability;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Leaves out tracing where no endpoint is set, and error reports where no DSN is: without somewhere to send them spans
 * would still be made, for nothing, on every request. What is refused here is not even loaded.
 */
class UnconfiguredTelemetry implements AutoConfigurationImportFilter, EnvironmentAware, PriorityOrdered {

    private static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";

    /** Packages of auto-configurations, and the setting that each makes no sense without. */
    private static final Map<String, String> SETTINGS = Map.of(
            "org.springframework.boot.opentelemetry.", TRACES,
            "org.springframework.boot.micrometer.tracing.", TRACES,
            "net.ttddyy.observation.", TRACES,
            "io.sentry.", "sentry.dsn");

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** Before the framework's own filters, which load the classes that a candidate asks for. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            wanted[i] = isWanted(candidates[i]);
        }
        return wanted;
    }

    /** A candidate that another filter refused before is null. */
    private boolean isWanted(@Nullable String candidate) {
        return candidate == null || SETTINGS.entrySet().stream()
                .filter((setting) -> candidate.startsWith(setting.getKey()))
                .allMatch((setting) -> StringUtils.hasText(this.environment.getProperty(setting.getValue())));
    }

}

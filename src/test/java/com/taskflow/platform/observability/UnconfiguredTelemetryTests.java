package com.taskflow.platform.observability;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** Telemetry that has nowhere to go is not switched on. */
class UnconfiguredTelemetryTests {

    private static final List<String> ALL = ImportCandidates
            .load(AutoConfiguration.class, UnconfiguredTelemetryTests.class.getClassLoader()).getCandidates();

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void leavesTracingAndErrorReportsOutWithoutAnAddress() {
        this.environment.setProperty("sentry.dsn", "");

        assertThat(wanted()).isNotEmpty().noneMatch((name) -> name.contains("opentelemetry"))
                .noneMatch((name) -> name.contains("tracing")).noneMatch((name) -> name.startsWith("io.sentry."))
                .noneMatch((name) -> name.startsWith("net.ttddyy."));
    }

    @Test
    void leavesTracingInWithAnEndpoint() {
        this.environment.setProperty("management.opentelemetry.tracing.export.otlp.endpoint", "http://localhost:4318");

        assertThat(wanted()).anyMatch((name) -> name.endsWith(".OtlpTracingAutoConfiguration"))
                .anyMatch((name) -> name.endsWith(".PrometheusExemplarsAutoConfiguration"))
                .anyMatch((name) -> name.startsWith("net.ttddyy."))
                .noneMatch((name) -> name.startsWith("io.sentry."));
    }

    @Test
    void leavesErrorReportsInWithADsn() {
        this.environment.setProperty("sentry.dsn", "https://key@sentry.example.org/1");

        assertThat(wanted()).anyMatch((name) -> name.endsWith(".SentryAutoConfiguration"))
                .noneMatch((name) -> name.contains("opentelemetry"));
    }

    private List<String> wanted() {
        UnconfiguredTelemetry filter = new UnconfiguredTelemetry();
        filter.setEnvironment(this.environment);
        boolean[] wanted = filter.match(ALL.toArray(String[]::new), mock(AutoConfigurationMetadata.class));
        return IntStream.range(0, ALL.size()).filter((i) -> wanted[i]).mapToObj(ALL::get).toList();
    }

}

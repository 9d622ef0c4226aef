package com.taskflow.platform.observability;

import java.time.Duration;
import java.util.UUID;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With a collector and an error tracker configured: what reaches them, and what does not. */
@FullStackTest
@ExtendWith(OutputCaptureExtension.class)
class TelemetryIntegrationTests {

    private static final Logger log = LoggerFactory.getLogger(TelemetryIntegrationTests.class);

    private static final Collector COLLECTOR = new Collector();

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final RestTestClient http;

    TelemetryIntegrationTests(@Autowired RestTestClient http) {
        this.http = http;
    }

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("management.opentelemetry.tracing.export.otlp.endpoint",
                () -> "http://127.0.0.1:%d/v1/traces".formatted(COLLECTOR.port()));
        registry.add("management.tracing.sampling.probability", () -> 1.0);
        registry.add("sentry.dsn", () -> "http://key@127.0.0.1:%d/1".formatted(COLLECTOR.port()));
    }

    @Test
    void sendsSpansOfARequestAndOfItsStatementsWithoutWhatWasTyped() {
        ApiUser user = ApiUser.register(this.http);
        String typed = "typed-" + UUID.randomUUID();

        user.client().get().uri("/api/v1/tasks?q=" + typed).exchange().expectStatus().isOk();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(COLLECTOR.receivedAt("/v1/traces"))
                        .contains("http get /api/v1/tasks", "jdbc.query[0]", "service.name", "taskflow"));
        assertThat(COLLECTOR.receivedAt("/v1/traces")).doesNotContain(typed, user.email(), user.accessToken());
    }

    @Test
    void showsTheTraceAsAnExemplarOfTheMetric(@LocalManagementPort int managementPort) {
        ApiUser user = ApiUser.register(this.http);

        user.client().get().uri("/api/v1/users/me").header("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .exchange().expectStatus().isOk();

        RestTestClient.bindToServer().baseUrl("http://localhost:" + managementPort).build().get()
                .uri("/actuator/prometheus").header("Accept", "application/openmetrics-text").exchange()
                .expectBody(String.class)
                .value((metrics) -> assertThat(metrics).contains("# {span_id=\"").contains("trace_id=\"" + TRACE_ID));
    }

    @Test
    void writesTheTraceIntoLogLines(@Autowired Tracer tracer, CapturedOutput output) {
        Span span = tracer.nextSpan().start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            log.info("A line of a trace");
        } finally {
            span.end();
        }

        assertThat(output.getAll().lines().filter((line) -> line.contains("A line of a trace")))
                .singleElement().asString().contains("\"traceId\":\"" + span.context().traceId());
    }

    @Test
    void reportsErrorsWithoutWhatSomebodyMayHaveTyped() {
        String secret = "secret-" + UUID.randomUUID();

        log.error("Nobody expected {}", secret, new IllegalStateException("because of " + secret));

        await().untilAsserted(() -> assertThat(COLLECTOR.receivedAt("/api/1/envelope/"))
                .contains("Nobody expected {}", "IllegalStateException"));
        assertThat(COLLECTOR.receivedAt("/api/1/envelope/")).doesNotContain(secret);
    }

}

package com.taskflow.platform.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Dashboards and alerts ask for nothing that the service does not say: a renamed metric would go unnoticed for months. */
@FullStackTest
// A replica's metrics are there even if it is not.
@TestPropertySource(properties = "taskflow.replica.url=jdbc:postgresql://127.0.0.1:1/none")
class DashboardIntegrationTests {

    private static final Path DASHBOARDS = Path.of("docker/grafana/dashboards");

    private static final Path RULES = Path.of("docker/prometheus/rules");

    /** What Prometheus itself and the probe from outside say. */
    private static final Set<String> FOREIGN = Set.of("up", "probe_success", "probe_ssl_earliest_cert_expiry");

    /** What Prometheus adds to every sample. */
    private static final Set<String> TARGET_LABELS = Set.of("job", "instance", "role");

    private final RestTestClient http;

    private final RestTestClient management;

    DashboardIntegrationTests(@Autowired RestTestClient http, @LocalManagementPort int managementPort) {
        this.http = http;
        this.management = RestTestClient.bindToServer().baseUrl("http://localhost:" + managementPort).build();
    }

    @Test
    void queriesNameWhatTheServiceExposes() throws IOException {
        Set<String> recorded = recorded();
        List<Expression> queries = Stream.concat(dashboards().stream(), rules().stream()).toList();
        beUsed();

        assertThat(queries).hasSizeGreaterThan(80);
        await().untilAsserted(() -> {
            Scrape scrape = scrape();
            assertThat(queries).allSatisfy((query) -> {
                for (String metric : query.metrics()) {
                    if (!recorded.contains(metric) && !FOREIGN.contains(metric)) {
                        assertThat(scrape.has(metric)).as(metric).isTrue();
                        assertThat(query.selectorsOf(metric)).allMatch(
                                (label) -> TARGET_LABELS.contains(label) || scrape.has(metric, label));
                    }
                }
                assertThat(query.groupings()).allMatch((label) -> TARGET_LABELS.contains(label)
                        || query.metrics().stream().anyMatch((metric) -> scrape.has(metric, label)));
            });
        });
    }

    /** Makes every kind of metric appear: some exist only once there was something to measure. */
    private void beUsed() {
        ApiUser user = ApiUser.register(this.http);
        user.client().get().uri("/api/v1/tasks").exchange().expectStatus().isOk();
        user.client().get().uri("/api/v1/users/me").exchange().expectStatus().isOk();
        user.client().get().uri("/api/v1/tasks/events").header("Last-Event-ID", "none").exchange().expectStatus()
                .isBadRequest();
    }

    private Scrape scrape() {
        String answer = this.management.get().uri("/actuator/prometheus").exchange().expectBody(String.class)
                .returnResult().getResponseBody();
        return Scrape.of(String.valueOf(answer));
    }

    private static List<Expression> dashboards() throws IOException {
        List<Expression> found = new ArrayList<>();
        for (Path file : files(DASHBOARDS)) {
            for (JsonNode panel : JsonMapper.shared().readTree(Files.readString(file)).path("panels")) {
                panel.path("targets")
                        .forEach((target) -> found.add(new Expression(target.path("expr").asString())));
            }
        }
        return found;
    }

    private static List<Expression> rules() throws IOException {
        return ruleSettings("expr").stream().map(Expression::new).toList();
    }

    private static Set<String> recorded() throws IOException {
        return Set.copyOf(ruleSettings("record"));
    }

    /** One setting of every rule that has it. */
    private static List<String> ruleSettings(String name) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(RULES)) {
            JsonNode groups = JsonMapper.shared().valueToTree(new Yaml().<Object>load(Files.readString(file)));
            for (JsonNode group : groups.path("groups")) {
                group.path("rules")
                        .forEach((rule) -> rule.optional(name).map(JsonNode::asString).ifPresent(found::add));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

}

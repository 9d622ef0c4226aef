package com.taskflow.platform.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.kagkarlsson.scheduler.task.Task;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The queue from the transaction that writes to it to the operator who sends a dead letter back. */
@FullStackTest
@Import(JobsIntegrationTests.Probes.class)
class JobsIntegrationTests {

    private static final String TOKEN = "an-operations-token-of-more-than-32-characters";

    private static final JobType<Probe> PROBE = new JobType<>("probe", Probe.class);

    private final Jobs jobs;

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    private final Probes.Calls calls;

    private final RestTestClient management;

    JobsIntegrationTests(@Autowired Jobs jobs, @Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction,
            @Autowired Probes.Calls calls, @LocalManagementPort int managementPort) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.calls = calls;
        this.management = RestTestClient.bindToServer().baseUrl("http://localhost:" + managementPort).build();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("taskflow.jobs.retry.attempts", () -> 3);
        registry.add("taskflow.jobs.retry.first-delay", () -> "20ms");
        registry.add("taskflow.operations.token-file", JobsIntegrationTests::tokenFile);
    }

    private static Path tokenFile() {
        try {
            Path file = Files.createTempFile("operations", ".token");
            file.toFile().deleteOnExit();
            return Files.writeString(file, TOKEN + "\n");
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Test
    void doesWhatACommittedTransactionQueued() {
        UUID id = enqueue(new Probe("committed", 0));

        await().untilAsserted(() -> assertThat(this.calls.of(id)).isEqualTo(1));
        await().untilAsserted(() -> assertThat(queued(id)).isZero());
    }

    @Test
    void queuesNothingWhenTheTransactionRollsBack() {
        UUID id = this.transaction.execute((status) -> {
            UUID queued = this.jobs.enqueue(PROBE, new Probe("rolled back", 0));
            assertThat(queued(queued)).isEqualTo(1);
            status.setRollbackOnly();
            return queued;
        });

        assertThat(queued(id)).isZero();
        UUID later = enqueue(new Probe("after it", 0));
        await().untilAsserted(() -> assertThat(this.calls.of(later)).isEqualTo(1));
        assertThat(this.calls.of(id)).isZero();
    }

    @Test
    void refusesToQueueOutsideOfATransaction() {
        assertThatThrownBy(() -> this.jobs.enqueue(PROBE, new Probe("alone", 0)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void triesAgainUntilItSucceeds() {
        UUID id = enqueue(new Probe("fails twice", 2));

        await().untilAsserted(() -> assertThat(this.calls.of(id)).isEqualTo(3));
        await().untilAsserted(() -> assertThat(queued(id)).isZero());
        assertThat(dead(id)).isZero();
    }

    @Test
    void keepsWhatFailsForGoodUntilAnOperatorSendsItBack() {
        UUID id = enqueue(new Probe("fails \u00e4nd fails", 3));
        await().untilAsserted(() -> assertThat(dead(id)).isEqualTo(1));
        assertThat(queued(id)).isZero();
        assertThat(this.calls.of(id)).isEqualTo(3);

        this.management.get().uri("/actuator/deadletters").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.id == '%s')].job".formatted(id)).isEqualTo("probe")
                .jsonPath("$.items[?(@.id == '%s')].attempts".formatted(id)).isEqualTo(3)
                .jsonPath("$.items[?(@.id == '%s')].payload".formatted(id)).doesNotExist();
        this.management.post().uri("/actuator/deadletters/" + id).header("Authorization", "Bearer " + TOKEN).exchange()
                .expectStatus().isNoContent();

        await().untilAsserted(() -> assertThat(this.calls.of(id)).isEqualTo(4));
        await().untilAsserted(() -> assertThat(queued(id) + dead(id)).isZero());
        assertThat(this.calls.lastPayload(id)).isEqualTo("fails \u00e4nd fails");
    }

    @Test
    void letsNobodyWithoutTheOperationsTokenWrite() {
        String uri = "/actuator/deadletters/" + UUID.randomUUID();

        this.management.post().uri(uri).exchange().expectStatus().isUnauthorized().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
        this.management.post().uri(uri).header("Authorization", "Bearer " + TOKEN + "x").exchange().expectStatus()
                .isUnauthorized();
        this.management.post().uri(uri).header("Authorization", "Bearer " + TOKEN).exchange().expectStatus()
                .isNotFound();
    }

    @Test
    void givesJobsTheirOwnPatience(@Autowired JobsDatabase database) {
        assertThat(database.jdbc().sql("show statement_timeout").query(String.class).single()).isEqualTo("30s");
        assertThat(database.jdbc().sql("select current_user").query(String.class).single()).isEqualTo("taskflow_jobs");
    }

    @Test
    void measuresTheQueue(@Autowired QueueMetrics metrics, @Autowired MeterRegistry registry) {
        metrics.sample();

        assertThat(registry.get("taskflow.jobs.queue.age").gauge().value()).isGreaterThanOrEqualTo(0);
        assertThat(registry.get("taskflow.jobs.queue.due").gauge().value()).isGreaterThanOrEqualTo(0);
        assertThat(registry.get("taskflow.jobs.dead").gauge().value()).isGreaterThanOrEqualTo(0);
    }

    private UUID enqueue(Probe payload) {
        return this.transaction.execute((_) -> this.jobs.enqueue(PROBE, payload));
    }

    private long queued(UUID id) {
        return this.jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?").param(id.toString())
                .query(Long.class).single();
    }

    private long dead(UUID id) {
        return this.jdbc.sql("select count(*) from dead_letter where id = ?").param(id).query(Long.class).single();
    }

    /** What a probe says, and how often it is to fail. */
    record Probe(String text, int failures) {

    }

    /** A kind of job that only this test knows. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Probes {

        @Bean
        Calls calls() {
            return new Calls();
        }

        @Bean
        Task<Probe> probeJob(JobFactory jobs, Calls calls) {
            return jobs.queued(PROBE, calls::handle);
        }

        /** Remembers how often each job was tried. */
        static class Calls {

            private final Map<UUID, AtomicInteger> counts = new ConcurrentHashMap<>();

            private final Map<UUID, String> payloads = new ConcurrentHashMap<>();

            void handle(UUID id, Probe probe) throws IOException {
                this.payloads.put(id, probe.text());
                if (this.counts.computeIfAbsent(id, (_) -> new AtomicInteger()).incrementAndGet() <= probe.failures()) {
                    throw new IOException("of ann@example.org");
                }
            }

            int of(UUID id) {
                AtomicInteger count = this.counts.get(id);
                return (count != null) ? count.get() : 0;
            }

            String lastPayload(UUID id) {
                return String.valueOf(this.payloads.get(id));
            }

        }

    }

}

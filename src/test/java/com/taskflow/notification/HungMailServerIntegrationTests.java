package com.taskflow.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail server that takes connections and then says nothing, for longer than this test takes. */
@FullStackTest
@Import(HungMailServerIntegrationTests.OtherJobs.class)
class HungMailServerIntegrationTests {

    private static final int JOB_THREADS = 10;

    private static final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

    private static final ServerSocket server = open();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", server::getLocalPort);
        registry.add("spring.mail.properties.mail.smtp.timeout", () -> 600_000);
    }

    private static ServerSocket open() {
        try {
            ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            Thread.startVirtualThread(() -> accept(socket));
            return socket;
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static void accept(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                connections.add(socket.accept());
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void holdsUpOneMailAtATimeAndNoOtherJob(@Autowired RestTestClient anonymous, @Autowired Jobs jobs,
            @Autowired TransactionTemplate transaction, @Autowired OtherJobs.Done done) {
        IntStream.rangeClosed(0, JOB_THREADS).forEach((_) -> ApiUser.register(anonymous));
        await().untilAsserted(() -> assertThat(connections).isNotEmpty());

        UUID other = transaction.execute((_) -> jobs.enqueue(OtherJobs.TYPE, "another job"));

        await().untilAsserted(() -> assertThat(done.ids()).contains(other));
        assertThat(connections).hasSize(1);
    }

    /** Jobs of a kind that sends no mail. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OtherJobs {

        private static final JobType<String> TYPE = new JobType<>("another", String.class);

        @Bean
        Done done() {
            return new Done(new ConcurrentLinkedQueue<>());
        }

        @Bean
        Task<String> otherJob(JobFactory jobs, Done done) {
            return jobs.queued(TYPE, (id, _) -> done.ids().add(id));
        }

        /** Those that are done. */
        record Done(Queue<UUID> ids) {

        }

    }

}

package com.taskflow.task;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When the service ends a stream by itself: with a clock to be moved, and little patience with readers. */
@FullStackTest
@TestPropertySource(properties = "server.tomcat.connection-timeout=2s")
class EventStreamEndIntegrationTests {

    private static final int TASKS_A_BATCH = 50;

    /** A write of 8 MB: more than the buffers between two sockets hold. */
    private static final int BATCHES = 10;

    private static final String DESCRIPTION = "x".repeat(16_000);

    private static final Pattern EVENT = Pattern.compile("id: (\\S+)\ndata: (.*)\n\n");

    @TestBean
    @SuppressWarnings("NullAway.Init") // The test context sets it.
    private Clock clock;

    private final MeterRegistry meters;

    private final int port;

    private final ApiUser user;

    private final TaskClient tasks;

    EventStreamEndIntegrationTests(@Autowired RestTestClient anonymous, @Autowired MeterRegistry meters,
            @LocalServerPort int port) {
        this.meters = meters;
        this.port = port;
        this.user = ApiUser.register(anonymous);
        this.tasks = new TaskClient(this.user);
    }

    /** A token counts whole seconds: on one of them it lives for exactly its lifetime. */
    static Clock clock() {
        return MutableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void endsWhenItsTokenExpires() throws Exception {
        try (EventReader events = new EventReader(this.port, this.user.accessToken(), "")) {
            ((MutableClock) this.clock).advance(Duration.ofMinutes(15).minusMillis(1));
            this.tasks.create("in time", "");
            events.await(1);

            ((MutableClock) this.clock).advance(Duration.ofMillis(1));

            events.awaitEnd();
        }
    }

    @Test
    void dropsReaderThatDoesNotRead() throws Exception {
        List<String> titles = new ArrayList<>();
        String lastId = "";
        try (Socket reader = connect()) {
            await().untilAsserted(() -> assertThat(streams()).isOne());
            for (int i = 0; i < BATCHES; i++) {
                assertThat(this.tasks.batch(true, creations(i)).status()).isEqualTo(200);
            }

            await().untilAsserted(() -> assertThat(streams()).isZero());

            var seen = EVENT.matcher(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            while (seen.find()) {
                lastId = seen.group(1);
                titles.add(EventReader.title(seen.group(2)));
            }
        }
        int missed = BATCHES * TASKS_A_BATCH - titles.size();
        assertThat(missed).isPositive();

        try (EventReader events = new EventReader(this.port, this.user.accessToken(), lastId)) {
            events.await(missed).stream().map(EventReader::title).forEach(titles::add);
        }

        assertThat(titles).containsExactlyElementsOf(
                IntStream.range(0, BATCHES * TASKS_A_BATCH).mapToObj(Integer::toString).toList());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", this.port));
        // By HTTP 1.0 the answer is not sent in chunks.
        socket.getOutputStream()
                .write("GET /api/v1/tasks/events HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(this.user.accessToken()).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String[] creations(int batch) {
        return IntStream.range(batch * TASKS_A_BATCH, (batch + 1) * TASKS_A_BATCH).mapToObj(
                "{\"op\": \"create\", \"fields\": {\"title\": \"%%d\", \"description\": \"%s\"}}"
                        .formatted(DESCRIPTION)::formatted)
                .toArray(String[]::new);
    }

    private double streams() {
        return this.meters.get("taskflow.events.streams").gauge().value();
    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Live events over HTTP. */
@FullStackTest
class EventsApiIntegrationTests {

    private final RestTestClient anonymous;

    private final JdbcClient jdbc;

    private final MeterRegistry meters;

    private final int port;

    private ApiUser user;

    private TaskClient tasks;

    EventsApiIntegrationTests(@Autowired RestTestClient anonymous, @Autowired JdbcClient jdbc,
            @Autowired MeterRegistry meters, @LocalServerPort int port) {
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.meters = meters;
        this.port = port;
        this.user = ApiUser.register(anonymous);
        this.tasks = new TaskClient(this.user);
    }

    @BeforeEach
    void signUp() {
        this.user = ApiUser.register(this.anonymous);
        this.tasks = new TaskClient(this.user);
    }

    @Test
    void tellsChangesAsTheyHappen() throws Exception {
        this.tasks.create("before", "");
        try (EventReader events = open("")) {
            String id = this.tasks.create("after", "");
            events.await(1);
            this.tasks.delete(id);

            List<String> data = events.await(2);

            assertThat(events.response().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(events.response().headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(EventReader.title(data.getFirst())).isEqualTo("after");
            assertThat(data.getLast()).isEqualTo("{\"type\":\"remove\",\"id\":\"%s\"}".formatted(id));
            assertThat(this.tasks.changes("?since=" + events.lastId()).<List<?>>at("$.removed")).isEmpty();
        }
    }

    @Test
    void goesOnWhereAReaderLeftOff() throws Exception {
        String lastId;
        try (EventReader events = open("")) {
            this.tasks.create("seen", "");
            events.await(1);
            lastId = events.lastId();
        }
        this.tasks.create("missed", "");

        try (EventReader events = open(lastId)) {
            assertThat(events.await(1)).extracting(EventReader::title).containsExactly("missed");
        }
    }

    @Test
    void goesOnFromTokenOfTheDelta() throws Exception {
        String token = this.tasks.changes("").at("$.token");
        this.tasks.create("missed", "");

        try (EventReader events = open(token)) {
            assertThat(events.await(1)).extracting(EventReader::title).containsExactly("missed");
        }
    }

    @Test
    void findsOutWithoutSignal() throws Exception {
        try (EventReader events = open("")) {
            this.tasks.create("a", "");
            events.await(1);
            double found = this.meters.get("taskflow.events.wakes").tag("source", "look").counter().count();
            // As if another replica had written, and its signal were lost.
            this.jdbc.sql("update change_counter set seq = seq + 1 where user_id = ?").param(this.user.id()).update();
            this.jdbc.sql("update task set title = 'b', seq = seq + 1 where user_id = ?").param(this.user.id())
                    .update();

            assertThat(EventReader.title(events.await(2).getLast())).isEqualTo("b");
            assertThat(this.meters.get("taskflow.events.wakes").tag("source", "look").counter().count())
                    .isGreaterThan(found);
            assertThat(this.meters.get("taskflow.events.sent").counter().count()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void endsWithTheSession() throws Exception {
        try (EventReader events = open("")) {
            this.tasks.send(HttpMethod.POST, "/api/v1/auth/logout-all", "");

            events.awaitEnd();
        }
    }

    @Test
    void endsTheOldestBeyondFive() throws Exception {
        List<EventReader> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                readers.add(open(""));
            }

            readers.getFirst().awaitEnd();

            assertThat(readers.subList(1, 6)).noneMatch(EventReader::isAtEnd);
        } finally {
            readers.forEach(EventReader::close);
        }
    }

    @Test
    void refusesForeignIdAndStranger() throws Exception {
        String foreign = new TaskClient(ApiUser.register(this.anonymous)).changes("").at("$.token");

        try (EventReader events = open(foreign); EventReader stranger = new EventReader(this.port, "x", "")) {
            assertThat(events.response().statusCode()).isEqualTo(400);
            assertThat(stranger.response().statusCode()).isEqualTo(401);
        }
    }

    private EventReader open(String lastEventId) throws Exception {
        return new EventReader(this.port, this.user.accessToken(), lastEventId);
    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is imported into an empty account and exported again is what it was, whatever was done to it before. */
@FullStackTest
class ImportLawIntegrationTests {

    private static final int STEPS = 120;

    private static final List<String> TITLES = List.of("a", "Straße 😀", "\\u0001", "x".repeat(500),
            "\\\"quoted\\\" @home",
            " b ");

    private static final List<String> DUES = List.of("null", "{\"date\": \"2026-12-01\"}",
            "{\"date\": \"0001-01-01\", \"time\": \"00:00\"}", "{\"date\": \"9999-12-31\", \"time\": \"23:59\"}",
            "{\"date\": \"2026-03-29\", \"time\": \"02:30\", \"timeZone\": \"Europe/Berlin\"}");

    private final RestTestClient anonymous;

    private final JsonMapper json = JsonMapper.shared();

    ImportLawIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void exportsWhatWasImported(long seed) {
        TaskClient first = new TaskClient(ApiUser.register(this.anonymous));
        live(first, new Random(seed));
        String original = first.get("/api/v1/users/me/export").body();

        TaskClient second = new TaskClient(ApiUser.register(this.anonymous));
        JsonNode done = new ImportClient(second).importAll(original);
        String copy = second.get("/api/v1/users/me/export").body();

        assertThat(content(copy)).isEqualTo(content(original));
        assertThat(done.get("losses").asInt()).isZero();
        assertThat(done.get("imported")).isEqualTo(done.get("items"));

        JsonNode again = new ImportClient(second).importAll(copy);
        assertThat(again.get("imported").asInt()).isZero();
        assertThat(again.get("losses").asInt()).isZero();
        assertThat(content(second.get("/api/v1/users/me/export").body())).isEqualTo(content(original));
    }

    private JsonNode content(String export) {
        ObjectNode document = (ObjectNode) this.json.readTree(export);
        assertThat(document.get("tasks").size()).isPositive();
        assertThat(document.get("history").size()).isPositive();
        return document
                .without(List.of("exportedAt", "user", "sessions", "securityEvents", "secondFactors", "reminders"));
    }

    /** Weeks of somebody's life, at random. */
    private static void live(TaskClient tasks, Random random) {
        List<String> ids = new ArrayList<>();
        List<String> operations = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (ids.size() < 5 || random.nextInt(3) == 0) {
                TaskClient.Answer created = tasks.create(fields(random, ids));
                if (created.status() == 201) {
                    ids.add(created.at("$.id"));
                    operations.add(created.operation());
                }
                continue;
            }
            TaskClient.Answer answer = act(tasks, random, ids.get(random.nextInt(ids.size())), ids, operations);
            if (answer.headers().containsHeader("X-Operation-Id")) {
                operations.add(answer.operation());
            }
        }
    }

    private static TaskClient.Answer act(TaskClient tasks, Random random, String id, List<String> ids,
            List<String> operations) {
        return switch (random.nextInt(6)) {
            case 0 -> tasks.delete(id);
            case 1 -> tasks.restore(id);
            case 2 -> tasks.purge(id);
            case 3 -> tasks.undo(operations.get(random.nextInt(operations.size())));
            default -> tasks.patch(id, fields(random, ids));
        };
    }

    private static String fields(Random random, List<String> ids) {
        String parent = (ids.isEmpty() || random.nextBoolean())
                ? "null"
                : '"' + ids.get(random.nextInt(ids.size())) + '"';
        return """
                {"title": "%s", "description": %s, "status": "%s", "priority": "%s", "due": %s, "labels": [%s],
                 "parentId": %s, "recurrence": %s, "reminders": [%s]}""".formatted(pick(random, TITLES),
                pick(random, List.of("null", "\"\"", "\"*why*\\n\"")),
                pick(random, List.of("todo", "in_progress", "done")), pick(random, List.of("low", "urgent")),
                pick(random, DUES), pick(random, List.of("", "\"home\"", "\"x, y\", \"home\"", "\"é\"")), parent,
                pick(random, List.of("null", "null", "{\"rule\": \"FREQ=MONTHLY\"}")),
                pick(random, List.of("", "{\"before\": \"PT30M\"}, {\"at\": \"2099-01-01T08:00:00Z\"}")));
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

}

package com.taskflow.task;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who imports documents and waits until they are taken over. */
final class ImportClient {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.shared();

    private final TaskClient client;

    ImportClient(TaskClient client) {
        this.client = client;
    }

    /** The import when it is done. */
    JsonNode importAll(String document) {
        return await(this.client.send(HttpMethod.POST, "/api/v1/import", document));
    }

    JsonNode importCsv(String document) {
        return await(this.client.sendAs("text/csv", HttpMethod.POST, "/api/v1/import", document));
    }

    private JsonNode await(TaskClient.Answer accepted) {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String location = String.valueOf(accepted.headers().getLocation());
        return Awaitility.await().atMost(LONGEST).until(() -> this.json.readTree(this.client.get(location).body()),
                (progress) -> "done".equals(progress.path("status").asString()));
    }

    JsonNode losses(JsonNode done) {
        return this.json.readTree(this.client.get("/api/v1/import/" + done.get("id").asString() + "/losses?limit=100")
                .body()).get("items");
    }

}

package com.taskflow.task;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;

/** A user who works on tasks over HTTP. */
final class TaskClient {

    private final RestTestClient client;

    private final UUID userId;

    TaskClient(ApiUser user) {
        this.client = user.client();
        this.userId = user.id();
    }

    UUID userId() {
        return this.userId;
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String body) {

        @SuppressWarnings("TypeParameterUnusedInFormals") // JSON has no types that the compiler knows.
        <T> T at(String path) {
            return JsonPath.read(this.body, path);
        }

        /** The operation that the write was. */
        String operation() {
            return Objects.requireNonNull(this.headers.getFirst("X-Operation-Id"));
        }

    }

    /** @param headers names and values in turn */
    Answer send(HttpMethod method, String uri, String json, String... headers) {
        return sendAs(MediaType.APPLICATION_JSON_VALUE, method, uri, json, headers);
    }

    Answer sendAs(String type, HttpMethod method, String uri, String json, String... headers) {
        RestTestClient.RequestBodySpec request = this.client.method(method).uri(URI.create(uri));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!json.isEmpty()) {
            request.contentType(MediaType.valueOf(type)).body(json);
        }
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        byte[] body = result.getResponseBodyContent();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(),
                new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }

    Answer create(String json) {
        return send(HttpMethod.POST, "/api/v1/tasks", json);
    }

    /** @return the new task's id */
    String create(String title, String parent) {
        return create("{\"title\": \"%s\"%s}".formatted(title,
                parent.isEmpty() ? "" : ", \"parentId\": \"" + parent + "\"")).at("$.id");
    }

    Answer read(String id) {
        return send(HttpMethod.GET, "/api/v1/tasks/" + id, "");
    }

    Answer patch(String id, String json) {
        return send(HttpMethod.PATCH, "/api/v1/tasks/" + id, json);
    }

    Answer delete(String id) {
        return send(HttpMethod.DELETE, "/api/v1/tasks/" + id, "");
    }

    Answer restore(String id) {
        return send(HttpMethod.POST, "/api/v1/tasks/" + id + "/restore", "");
    }

    Answer purge(String id) {
        return send(HttpMethod.DELETE, "/api/v1/tasks/trash/" + id, "");
    }

    Answer undo(String operation) {
        return send(HttpMethod.POST, "/api/v1/operations/" + operation + "/undo", "");
    }

    Answer batch(boolean atomic, String... operations) {
        return send(HttpMethod.POST, "/api/v1/tasks/batch?atomic=" + atomic,
                "{\"operations\": " + Arrays.toString(operations) + "}");
    }

    Answer changes(String query) {
        return send(HttpMethod.GET, "/api/v1/tasks/changes" + query, "");
    }

    Answer get(String uri) {
        return send(HttpMethod.GET, uri, "");
    }

    /** The live tasks by id, without what every write changes. */
    Map<String, Map<String, Object>> live() {
        List<Map<String, Object>> items = get("/api/v1/tasks?limit=100").at("$.items");
        Map<String, Map<String, Object>> live = new java.util.TreeMap<>();
        items.forEach((task) -> {
            task.keySet().removeAll(List.of("version", "updatedAt"));
            live.put(String.valueOf(task.get("id")), task);
        });
        return live;
    }

}

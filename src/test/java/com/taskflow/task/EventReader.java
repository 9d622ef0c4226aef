package com.taskflow.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;

/** Reads an event stream as it comes, as a browser's fetch does. */
final class EventReader implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();

    private final HttpResponse<Stream<String>> response;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final CompletableFuture<Void> end;

    /** @param lastEventId empty to begin now */
    EventReader(int port, String accessToken, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://localhost:%d/api/v1/tasks/events".formatted(port)))
                .header("Authorization", "Bearer " + accessToken).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        this.response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        this.end = CompletableFuture.runAsync(this::read, (work) -> Thread.ofVirtual().start(work));
    }

    private void read() {
        try {
            this.response.body().forEach(this.lines::add);
        } catch (UncheckedIOException ex) {
            // Closed by this side.
        }
    }

    HttpResponse<?> response() {
        return this.response;
    }

    /** The data of the events so far, when there are as many. */
    List<String> await(int events) {
        Awaitility.await().atMost(LONGEST_WAIT).until(() -> values("data: ").size() >= events);
        return values("data: ");
    }

    void awaitEnd() {
        Awaitility.await().atMost(LONGEST_WAIT).until(this.end::isDone);
    }

    boolean isAtEnd() {
        return this.end.isDone();
    }

    /** The id of the last event. */
    String lastId() {
        return values("id: ").getLast();
    }

    static String title(String data) {
        return JsonPath.read(data, "$.task.title");
    }

    private List<String> values(String field) {
        return this.lines.stream().filter((line) -> line.startsWith(field))
                .map((line) -> line.substring(field.length()))
                .toList();
    }

    @Override
    public void close() {
        this.client.shutdownNow();
    }

}

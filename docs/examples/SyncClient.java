import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a copy of a user's tasks: reads all changes, then follows the live events, through lost connections and restarts
 * of the service. Prints {@code + <title>} for what is new or changed and {@code - <title>} for what went.
 *
 * <p>Run: {@code java -cp <jackson> docs/examples/SyncClient.java <address of the service> <access token> [seconds]}. With
 * seconds it ends after that time and prints how many tasks it has.
 */
class SyncClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String tasks;

    private final String authorization;

    /** The synced copy by id. A real client keeps it and the token together in one transaction of its own database. */
    private final Map<String, JsonNode> copy = new LinkedHashMap<>();

    private String token;

    private long retryMillis = 1000;

    SyncClient(String service, String accessToken) {
        this.tasks = service + "/api/v1/tasks";
        this.authorization = "Bearer " + accessToken;
    }

    public static void main(String[] arguments) throws InterruptedException {
        SyncClient client = new SyncClient(arguments[0], arguments[1]);
        Thread reader = Thread.ofVirtual().start(client::run);
        if (arguments.length > 2) {
            reader.join(Duration.ofSeconds(Long.parseLong(arguments[2])));
            System.out.println("= " + client.copy.size());
        } else {
            reader.join();
        }
    }

    private void run() {
        while (true) {
            try {
                catchUp();
                follow();
            } catch (IOException ex) {
                System.err.println("Lost the connection: " + ex.getMessage());
            } catch (InterruptedException ex) {
                return;
            }
            pause();
        }
    }

    /** Pages through all changes since the token, from the beginning without one. */
    private void catchUp() throws IOException, InterruptedException {
        JsonNode page;
        do {
            String since = (this.token != null) ? "&since=" + this.token : "";
            HttpResponse<String> response = this.http.send(get("/changes?limit=500" + since).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (isExpired(response)) {
                page = JSON.createObjectNode().put("hasMore", true);
                continue;
            }
            page = JSON.readTree(response.body());
            page.get("items").forEach(this::put);
            page.get("removed").forEach((id) -> remove(id.stringValue()));
            this.token = page.get("token").stringValue();
        } while (page.get("hasMore").booleanValue());
    }

    /** Whether the service has forgotten what the token stands for: then the copy begins anew. */
    private boolean isExpired(HttpResponse<?> response) throws IOException {
        if (response.statusCode() == 410) {
            this.copy.clear();
            this.token = null;
            return true;
        }
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return false;
    }

    /** Applies events until the stream ends. */
    private void follow() throws IOException, InterruptedException {
        HttpRequest request = get("/events").header("Accept", "text/event-stream")
                .header("Last-Event-ID", this.token).build();
        HttpResponse<Stream<String>> response = this.http.send(request, HttpResponse.BodyHandlers.ofLines());
        if (isExpired(response)) {
            return;
        }
        String id = this.token;
        String data = "";
        try (Stream<String> lines = response.body()) {
            for (Iterator<String> each = lines.iterator(); each.hasNext();) {
                String line = each.next();
                if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.startsWith("retry: ")) {
                    this.retryMillis = Long.parseLong(line.substring("retry: ".length()));
                } else if (line.isEmpty()) {
                    apply(data);
                    this.token = id;
                    data = "";
                }
            }
        } catch (java.io.UncheckedIOException ex) {
            throw ex.getCause();
        }
    }

    private void apply(String data) {
        if (data.isEmpty()) {
            return;
        }
        JsonNode event = JSON.readTree(data);
        if ("upsert".equals(event.get("type").stringValue())) {
            put(event.get("task"));
        } else {
            remove(event.get("id").stringValue());
        }
    }

    private void put(JsonNode task) {
        this.copy.put(task.get("id").stringValue(), task);
        System.out.println("+ " + task.get("title").stringValue());
    }

    private void remove(String id) {
        JsonNode task = this.copy.remove(id);
        if (task != null) {
            System.out.println("- " + task.get("title").stringValue());
        }
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(this.tasks + path)).header("Authorization", this.authorization);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(this.retryMillis);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uses a running service as its clients do, so that the AOT cache that it writes at its end knows which methods are hot:
 * a service that starts with such a cache answers quickly from its first requests on.
 *
 * <p>{@code java docker/Training.java http://127.0.0.1:8080 500}: the address, and how often each of four
 * clients makes its round.
 */
final class Training {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final Pattern COOKIE = Pattern.compile("__Host-taskflow_refresh=[^;]+");

    private static final int CLIENTS = 4;

    private final HttpClient http = HttpClient.newHttpClient();

    private final String base;

    private final String token;

    private String cookie = "";

    private Training(String base, int client) throws Exception {
        this.base = base + "/api/v1";
        String credentials = "\"email\":\"training-%d-%d@example.org\",\"password\":\"correct horse battery staple\""
                .formatted(System.nanoTime(), client);
        this.token = "Bearer " + first(TOKEN, send("POST", "/auth/register", "{" + credentials + ",\"name\":\"T\"}"));
        keepCookie(send("POST", "/auth/login", "{" + credentials + "}"));
    }

    private void keepCookie(HttpResponse<String> answer) {
        answer.headers().allValues("Set-Cookie").stream().map(COOKIE::matcher).filter(Matcher::find)
                .forEach(found -> this.cookie = found.group());
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        awaitReady(URI.create(args[0] + "/readyz"));
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> {
                    Training training = new Training(args[0], client);
                    for (int round = 0; round < rounds; round++) {
                        training.round(round);
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    private static void awaitReady(URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        for (Instant end = Instant.now().plusSeconds(180); Instant.now().isBefore(end); Thread.sleep(200)) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (ConnectException ex) {
                // It is still starting.
            }
        }
        throw new IllegalStateException("Nothing became ready at " + address);
    }

    private void round(int round) throws Exception {
        HttpResponse<String> created = send("POST", "/tasks",
                "{\"title\":\"Task %d\",\"priority\":\"high\",\"labels\":[\"home\"],\"due\":{\"date\":\"2030-01-%02d\"}}"
                        .formatted(round, 1 + round % 28));
        String task = "/tasks/" + first(ID, created);
        send("PATCH", task, "{\"title\":\"Changed %d\",\"status\":\"done\"}".formatted(round));
        send("GET", task, null);
        HttpResponse<String> list = send("GET", "/tasks?status=todo&limit=20", null);
        list.headers().firstValue("ETag").ifPresent(tag -> unchanged("/tasks?status=todo&limit=20", tag));
        send("GET", "/tasks?q=task&sort=due", null);
        send("GET", "/users/me", null);
        keepCookie(send("POST", "/auth/refresh", null));
        if (round % 2 == 0) {
            send("DELETE", task, null);
        }
    }

    private void unchanged(String path, String tag) {
        try {
            this.http.send(request(path).header("If-None-Match", tag).GET().build(), BodyHandlers.ofString());
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpResponse<String> response = this.http.send(request(path).method(method,
                (body == null) ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
                .header("X-Forwarded-Proto", "https").header("X-TaskFlow-CSRF", "1");
        if (path.equals("/auth/refresh")) {
            return request.header("Cookie", this.cookie);
        }
        if (this.token != null) {
            request.header("Authorization", this.token);
        }
        return request.header("Content-Type", "application/json");
    }

    private static String first(Pattern pattern, HttpResponse<String> response) {
        Matcher matcher = pattern.matcher(response.body());
        if (!matcher.find()) {
            throw new IllegalStateException("Not understood: " + response.body());
        }
        return matcher.group(1);
    }

}

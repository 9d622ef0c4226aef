package com.taskflow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests with two mistakes: 401, 404 route, 405, 406, 415, 413, 400, 403, 404 resource, 412, 422, in this order. */
@FullStackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckOrderIntegrationTests {

    private static final String NOBODYS = "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b";

    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();

    private final RestTestClient anonymous;

    private final int port;

    private String token = "";

    CheckOrderIntegrationTests(@Autowired RestTestClient anonymous, @LocalServerPort int port) {
        this.anonymous = anonymous;
        this.port = port;
    }

    @BeforeAll
    void signUp() {
        this.token = ApiUser.register(this.anonymous).accessToken();
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing", "PUT, /tasks", "POST, /tasks?unknown=1"})
    void asksWhoItIsFirst(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString("x")).build();

        assertThat(send(request)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"404, POST, /nothing, image/png, text/plain, SHORT", "405, PUT, /tasks, image/png, text/plain, SHORT",
        "406, POST, /tasks?unknown=1, image/png, text/plain, LONG",
        "415, POST, /tasks?unknown=1, application/json, text/plain, LONG",
        "413, POST, /tasks?unknown=1, application/json, application/json, LONG",
        "400, POST, /tasks?unknown=1, application/json, application/json, SHORT",
        "400, PATCH, /tasks/" + NOBODYS + ", application/json, application/json, SHORT",
        "400, PUT, /users/me/password, application/json, application/json, SHORT"})
    void refusesTheFirstMistake(int status, String method, String path, String accept, String type, String length)
            throws Exception {
        String body = "LONG".equals(length) ? "x".repeat(300_000) : "x";

        assertThat(send(request(path).method(method, BodyPublishers.ofString(body)).header("Accept", accept)
                .header("Content-Type", type).build())).isEqualTo(status);
    }

    @Test
    void refusesPlainHttpOnlyToWhatCouldBeDone() throws Exception {
        String password = "{\"currentPassword\": \"x\", \"newPassword\": \"y\"}";

        assertThat(send(request("/users/me/password").header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString(password)).build())).isEqualTo(403);
        assertThat(send(request("/users/me/password").header("Content-Type", JSON).PUT(BodyPublishers.ofString("{}"))
                .build())).isEqualTo(400);
    }

    @Test
    void looksForTheTaskBeforeItsTagAndAtTheTagBeforeTheReferences() throws Exception {
        String id = send("POST", "/tasks", "{\"title\": \"x\"}").body().replaceFirst(".*?\"id\":\"([^\"]*).*", "$1");
        String dangling = "{\"parentId\": \"" + NOBODYS + "\"}";

        assertThat(patch(NOBODYS, dangling, "\"stale\"")).isEqualTo(404);
        assertThat(patch(id, dangling, "\"stale\"")).isEqualTo(412);
        assertThat(patch(id, dangling, "*")).isEqualTo(422);
    }

    private int patch(String id, String body, String tag) throws IOException, InterruptedException {
        return send(request("/tasks/" + id).header("Content-Type", JSON).header("If-Match", tag)
                .method("PATCH", BodyPublishers.ofString(body)).build());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return this.http.send(request(path).header("Content-Type", JSON).method(method, BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private int send(HttpRequest request) throws IOException, InterruptedException {
        return this.http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + this.token);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + this.port + "/api/v1" + path);
    }

}

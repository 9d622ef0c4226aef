package com.taskflow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request that breaks the contract gets: a 4xx problem, nothing changed, never a 5xx. */
@FullStackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIntegrationTests {

    private static final String NOBODYS = "01990000-0000-7000-8000-000000000000";

    private static final String TASKS = "/api/v1/tasks";

    private final HttpClient http = HttpClient.newHttpClient();

    private final RestTestClient anonymous;

    private final int port;

    private String token = "";

    private String another = "";

    BadInputIntegrationTests(@Autowired RestTestClient anonymous, @LocalServerPort int port) {
        this.anonymous = anonymous;
        this.port = port;
    }

    @BeforeAll
    void signUp() {
        this.token = ApiUser.register(this.anonymous).accessToken();
        this.another = ApiUser.register(this.anonymous).accessToken();
    }

    static Stream<String> brokenBodies() {
        return Stream.of("", " ", "{", "[]", "null", "\"text\"", "1", "{} {}", "{'title': 'x'}", "{\"title\": \"x\",}",
                "{\"title\": \"x\", \"title\": \"y\"}", "{\"title\": \"x\", \"unknown\": 1}", "{\"title\": 1}",
                "{\"title\": 1.5}", "{\"title\": true}", "{\"title\": {}}", "{\"title\": [\"x\"]}", "{\"title\": null}",
                "{}", "{\"title\": \"\"}", "{\"title\": \" \\t \"}", "{\"title\": \"\\u200b\\u2060\"}",
                "{\"title\": \"\\ufe0f\\u034f\\u180b\\udb40\\udd00\"}",
                "{\"title\": \"a\\u0000b\"}", "{\"title\": \"a\\ud800b\"}", "{\"title\": \"\\udc00\"}",
                "{\"title\": \"" + "x".repeat(501) + "\"}", "{\"title\": \"x\", \"status\": \"TODO\"}",
                "{\"title\": \"x\", \"status\": 0}", "{\"title\": \"x\", \"status\": \"0\"}",
                "{\"title\": \"x\", \"status\": \"\"}", "{\"title\": \"x\", \"priority\": \"Low\"}",
                "{\"title\": \"x\", \"status\": \"todo \"}", "{\"title\": \"x\", \"version\": 3}",
                "{\"title\": \"x\", \"createdAt\": \"2026-01-01T00:00:00.000Z\"}",
                "{\"title\": \"x\", \"id\": \"nonsense\"}", "{\"title\": \"x\", \"id\": 1}",
                "{\"title\": \"x\", \"parentId\": \"AAAAAAAAAAAAAAAAAAAAAA==\"}",
                "{\"title\": \"x\", \"due\": \"2026-12-01\"}",
                "{\"title\": \"x\", \"due\": {}}", "{\"title\": \"x\", \"due\": {\"time\": \"09:00\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-02-30\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-12-01T00:00:00\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": [2026, 12, 1]}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"+12026-12-01\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"24:00\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"9:00\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"09:00:00\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"09:00\", \"timeZone\": \"Mars/Olympus\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"2026-12-01\", \"time\": \"09:00\", \"timeZone\": \"+02:00\"}}",
                "{\"title\": \"x\", \"due\": {\"date\": \"0000-02-29\"}}", "{\"title\": \"x\", \"labels\": \"home\"}",
                "{\"title\": \"x\", \"labels\": [1]}",
                "{\"title\": \"x\", \"labels\": [null]}", "{\"title\": \"x\", \"labels\": [\"\"]}",
                "{\"title\": \"x\", \"labels\": [\"" + "x".repeat(51) + "\"]}", "{\"title\": \"x\", \"rank\": \"\"}",
                "{\"title\": \"x\", \"description\": \"" + "x".repeat(20_001) + "\"}", "[".repeat(100_000),
                "{\"a\":".repeat(40_000), "{\"title\": \"x\", \"labels\": " + "[".repeat(40) + "]".repeat(40) + "}",
                "{\"title\": \"x\", \"due\": 1e400}", "{\"title\": \"x\", \"due\": -9223372036854775808}",
                "{\"title\": \"x\", \"due\": 1" + "0".repeat(5000) + "}", "{\"\\u0000\": 1, \"title\": \"x\"}",
                "\u0000{\"title\": \"x\"}");
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void refusesBrokenBody(String body) throws Exception {
        HttpResponse<String> response = send("POST", TASKS, body, "application/json");

        assertProblem(response, 400);
        assertThat(send("GET", TASKS, null, null).body()).contains("\"items\":[]");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws Exception {
        byte[] latin1 = "{\"title\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> response = this.http.send(request(TASKS).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(latin1)).build(), HttpResponse.BodyHandlers.ofString());

        assertProblem(response, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE"})
    void refusesOtherEncodingsOfUnicode(String charset) throws Exception {
        byte[] body = "{\"title\": \"x\"}".getBytes(Charset.forName(charset));

        HttpResponse<String> response = this.http.send(request(TASKS).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());

        assertProblem(response, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "application/json; charset=\"UTF-8\"",
        "Application/JSON"})
    void takesEverySpellingOfItsContentType(String contentType) throws Exception {
        assertProblem(send("POST", TASKS, "{}", contentType), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=101", "limit=2147483648", "limit=9223372036854775808",
        "limit=1e400", "limit=x", "limit=", "limit=1&limit=2", "status=todo&status=done", "status=TODO", "status=0",
        "status=", "priority=4", "sort=", "sort=id", "sort=-rank", "sort=title;drop", "sort=--title", "unknown=1",
        "q=", "cursor=", "cursor=nonsense", "cursor=AAAA", "parentId=x", "dueBefore=tomorrow",
        "dueBefore=2026-02-30", "dueBefore=999999-01-01T00:00:00Z", "updatedSince=1", "q=%00", "label=%00",
        "label=", "limit=%205", "limit=0x5", "limit=%D9%A5", "limit=%2B5", "parentId=1-1-1-1-1",
        "parentId=%2001890000-0000-7000-8000-000000000000", "status=todo%20", "%00=1", "Limit=1", "page=1", "offset=1",
        "status[]=todo"})
    void refusesBrokenQuery(String query) throws Exception {
        assertProblem(send("GET", TASKS + "?" + query.replace("[", "%5B").replace("]", "%5D"), null, null), 400);
    }

    @Test
    void refusesTooLongSearch() throws Exception {
        assertProblem(send("GET", TASKS + "?q=" + "x".repeat(101), null, null), 400);
        String wide = URLEncoder.encode("\uD83D\uDE00".repeat(100), StandardCharsets.UTF_8);
        assertThat(send("GET", TASKS + "?q=" + wide, null, null).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOversizedBodyOfKnownLength() throws Exception {
        String body = "{\"title\": \"" + "x".repeat(300_000) + "\"}";

        assertProblem(send("POST", TASKS, body, "application/json"), 413);
        assertProblem(send("POST", TASKS + "?unknown=1", body, "application/json"), 413);
        assertProblem(send("POST", TASKS, body, "text/plain"), 415);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"{\"title\": \", x", "``, x", "``, [", "``, ` `", "{\"title\": 1}, ` `",
        "{\"title\": \"x\"}, ` `"})
    void refusesOversizedBodyInChunks(String begin, String rest) throws Exception {
        for (String query : List.of("", "?unknown=1")) {
            assertOversized(request(TASKS + query), begin + rest.repeat(300_000));
            assertOversized(request(TASKS + query).header("Idempotency-Key", "k"), begin + rest.repeat(300_000));
        }
    }

    private void assertOversized(HttpRequest.Builder to, String body) throws Exception {
        HttpRequest request = to.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(List.of(body.getBytes(StandardCharsets.UTF_8)))).build();

        assertProblem(this.http.send(request, HttpResponse.BodyHandlers.ofString()), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
        "application/json;charset=utf-16", "application/json;charset=nonsense", "nonsense",
        "application/merge-patch+json", "application/problem+json", "*/*"})
    void refusesOtherContentTypes(String contentType) throws Exception {
        assertProblem(send("POST", TASKS, "{\"title\": \"x\"}", contentType), 415);
    }

    @Test
    void refusesMissingContentTypeAndEncodings() throws Exception {
        assertProblem(send("POST", TASKS, "{\"title\": \"x\"}", null), 415);

        HttpRequest encoded = request(TASKS).header("Content-Type", "application/json").header("Content-Encoding",
                "gzip").POST(BodyPublishers.ofString("x")).build();
        assertProblem(this.http.send(encoded, HttpResponse.BodyHandlers.ofString()), 415);
    }

    @ParameterizedTest
    @CsvSource({"application/json, text/plain", "text/plain, application/json", "application/json, application/json"})
    void refusesTwoContentTypes(String one, String other) throws Exception {
        HttpRequest request = request(TASKS).header("Content-Type", one).header("Content-Type", other)
                .POST(BodyPublishers.ofString("{\"title\": \"x\"}")).build();

        assertProblem(this.http.send(request, HttpResponse.BodyHandlers.ofString()), 415);
    }

    /** To say nothing is an empty object's right. */
    @ParameterizedTest
    @CsvSource({"POST, /api/v1/auth/logout-all, application/json, '{\"x\":1}', 400",
        "POST, /api/v1/auth/email/verification, application/json, '{', 400",
        "DELETE, /api/v1/tasks/" + NOBODYS + ", application/json, '{\"a\":\"\\u0000\"}', 400",
        "POST, /api/v1/auth/email/verification, text/plain, '{}', 415",
        "POST, /api/v1/auth/email/verification, application/json, LONG, 413",
        "DELETE, /api/v1/tasks/" + NOBODYS + ", application/json, '{ }', 404"})
    void refusesBodiesWhereNoneIsTaken(String method, String path, String contentType, String body, int status)
            throws Exception {
        assertProblem(send(method, path, "LONG".equals(body) ? "x".repeat(300_000) : body, contentType), status);
    }

    @ParameterizedTest
    @CsvSource({TASKS + ", application/xml", TASKS + ", application/json;q=0", TASKS + ", '*/*;q=0'",
        TASKS + "/events, application/json"})
    void refusesOtherAnswerFormats(String path, String accept) throws Exception {
        HttpRequest request = request(path).header("Accept", accept).GET().build();

        assertProblem(this.http.send(request, HttpResponse.BodyHandlers.ofString()), 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=iso-8859-1", "application/json;charset=utf-16",
        "application/json;a=\"b;c\";q=0.1", "text/html, */*;charset=us-ascii"})
    void answersUtf8WhateverCharsetIsAskedFor(String accept) throws Exception {
        HttpResponse<String> response = asAnother("POST", TASKS, "{\"title\": \"größer\"}", accept);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).contains("größer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\": \"\"}", "{\"priority\": \" \"}", "{\"due\": \"\"}",
        "{\"due\": {\"date\": \"\"}}",
        "{\"due\": {\"time\": \"\"}}", "{\"labels\": \"\"}", "{\"parentId\": \"\"}", "{\"recurrence\": \"\"}",
        "{\"reminders\": \"\\n\"}", "{\"title\": \"\"}"})
    void refusesBlankStringsInAPatch(String body) throws Exception {
        String id = asAnother("POST", TASKS, "{\"title\": \"x\"}", "*/*").body()
                .replaceFirst(".*?\"id\":\"([^\"]*).*", "$1");

        assertProblem(asAnother("PATCH", TASKS + "/" + id, body, "*/*"), 400);
    }

    /** Who has tasks. */
    private HttpResponse<String> asAnother(String method, String path, String body, String accept) throws Exception {
        return this.http.send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + this.another)
                .header("Accept", accept).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "PROPFIND", "NONSENSE"})
    void refusesOtherMethods(String method) throws Exception {
        HttpResponse<String> response = send(method, TASKS, "{}", "application/json");

        assertProblem(response, 405);
        assertThat(response.headers().firstValue("Allow")).hasValueSatisfying((allow) -> assertThat(allow)
                .contains("GET", "POST"));
    }

    /** An address that has a name is no task with that id. */
    @ParameterizedTest
    @CsvSource({"GET, /batch, POST", "PATCH, /summary, 'GET,HEAD'", "DELETE, /trash, 'GET,HEAD'",
        "PUT, /changes, 'GET,HEAD'", "DELETE, /events, 'GET,HEAD'", "DELETE, /batch, POST"})
    void namesTheMethodsOfTheAddressAlone(String method, String path, String allowed) throws Exception {
        HttpResponse<String> response = send(method, TASKS + path, null, null);

        assertProblem(response, 405);
        assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/", "/api/v2/tasks", "/nothing", "/api/v1/tasks/",
        "/api/v1/tasks/01890000-0000-7000-8000-000000000000/nothing"})
    void answersNotFoundForUnknownRoutesOfAnyMethod(String path) throws Exception {
        assertProblem(send("GET", path, null, null), 404);
        assertProblem(send("POST", path, "{}", "application/json"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks;x=1", "/api/v1//tasks", "/api/v1/tasks/%2e%2e/tasks", "/api/v1/tasks/%2F",
        "/api/v1/tasks/%00", "/api/v1/tasks/1-1-1-1-1", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF",
        "/api/v1/tasks/%0d%0aX-Header:%20x", "/api/v1/tasks/%5c"})
    void refusesSuspiciousPaths(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, null, null);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertProblem(response, response.statusCode());
    }

    @Test
    void takesWildcardsInSearchesLiterally() throws Exception {
        String other = ApiUser.register(this.anonymous).accessToken();
        for (String title : List.of("100% done", "snake_case", "back\\slash", "plain")) {
            String json = "{\"title\": \"" + title.replace("\\", "\\\\") + "\"}";
            HttpRequest create = HttpRequest.newBuilder(uri(TASKS)).header("Authorization", "Bearer " + other)
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build();
            assertThat(this.http.send(create, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }

        for (String wildcard : List.of("%", "_", "\\")) {
            HttpRequest search = HttpRequest
                    .newBuilder(uri(TASKS + "?q=" + URLEncoder.encode(wildcard, StandardCharsets.UTF_8)))
                    .header("Authorization", "Bearer " + other).build();
            assertThat(this.http.send(search, HttpResponse.BodyHandlers.ofString()).body().split("\"id\"", -1))
                    .as(wildcard).hasSize(2);
        }
    }

    private void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.body()).contains("\"type\":\"/problems/", "\"title\":", "\"status\":" + status,
                "\"detail\":", "\"instance\":", "\"requestId\":").doesNotContain("Exception", "com.taskflow", "org.");
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String contentType)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method,
                (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + this.token);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + this.port + path);
    }

}

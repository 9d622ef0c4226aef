package com.taskflow.platform.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.FullStackTest;

/** The browser client's files are there for everybody, and the API beside them is as it is without them. */
@FullStackTest
class PagesIntegrationTests {

    @TempDir
    private static Path folder;

    private final RestTestClient client;

    PagesIntegrationTests(@Autowired RestTestClient client) {
        this.client = client;
    }

    @DynamicPropertySource
    static void packagedClient(DynamicPropertyRegistry registry) throws IOException {
        Files.writeString(folder.resolve("index.html"), "the application");
        Path login = Files.createDirectories(folder.resolve("login"));
        Files.writeString(login.resolve("index.html"), "the sign-in page");
        Path assets = Files.createDirectories(folder.resolve("assets"));
        Files.writeString(assets.resolve("app-1a2b3c.js"), "script");
        Files.writeString(assets.resolve("app-1a2b3c.js.br"), "compressed script");
        registry.add("taskflow.pages.folder", () -> folder.toUri().toString());
    }

    @Test
    void servesPageUnderItsName() {
        this.client.get().uri("/login").exchange().expectStatus().isOk().expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML).expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache").expectBody(String.class)
                .isEqualTo("the sign-in page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/trash", "/settings/sessions?from=mail"})
    void servesApplicationUnderItsAddresses(String address) {
        this.client.get().uri(address).exchange().expectStatus().isOk().expectBody(String.class)
                .isEqualTo("the application");
    }

    @Test
    void letsPagesRunTheirOwnFilesOnly() {
        this.client.get().uri("/").exchange().expectHeader().valueMatches("Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; (?!.*unsafe).*frame-ancestors 'none'");
    }

    @Test
    void revalidatesPageByItsContent() {
        String tag = this.client.get().uri("/login").exchange().returnResult(String.class).getResponseHeaders()
                .getETag();

        this.client.get().uri("/login").header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag)).exchange()
                .expectStatus().isNotModified().expectHeader().doesNotExist(HttpHeaders.LAST_MODIFIED);
    }

    @Test
    void keepsHashedFilesForEverAndSendsThemCompressed() {
        this.client.get().uri("/assets/app-1a2b3c.js").header(HttpHeaders.ACCEPT_ENCODING, "br").exchange()
                .expectStatus().isOk().expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable").expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "br").expectHeader()
                .valueEquals(HttpHeaders.VARY, "Accept-Encoding").expectBody(String.class)
                .isEqualTo("compressed script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/app-old.js", "/favicon.ico"})
    void answersMissingFileByProblem(String file) {
        this.client.get().uri(file).exchange().expectStatus().isNotFound().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks", "/%61pi/v1/tasks", "/api/v1/nothing", "/api", "/actuator/env"})
    void leavesServicesOwnAddressesClosed(String address) {
        this.client.get().uri(java.net.URI.create(address)).exchange().expectStatus().isUnauthorized().expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void takesNothingButReadsForPages() {
        this.client.post().uri("/login").exchange().expectStatus().isUnauthorized();
    }

}

package com.taskflow.platform.openapi;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the API's documentation works under its content security policy. */
@FullStackTest
@TestPropertySource(properties = {"springdoc.api-docs.enabled=true", "springdoc.swagger-ui.enabled=true"})
class SwaggerUiIntegrationTests {

    private final RestTestClient client;

    SwaggerUiIntegrationTests(@Autowired RestTestClient client) {
        this.client = client;
    }

    @Test
    void runsNothingButItsOwnFiles() {
        String page = read("/swagger-ui/index.html");

        assertThat(page).doesNotContain("<style", " style=", " on", "javascript:");
        List<String> files = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page).results()
                .map((MatchResult file) -> file.group(1)).toList();
        assertThat(files).isNotEmpty().noneMatch((file) -> file.contains(":"))
                .allSatisfy((file) -> assertThat(read("/swagger-ui/" + file.replaceFirst("^\\./", ""))).isNotEmpty());
        assertThat(Pattern.compile("<script(?![^>]* src=)").matcher(page).find()).isFalse();
    }

    @Test
    void hasPolicyOfItsOwn() {
        this.client.get().uri("/swagger-ui/index.html").exchange().expectHeader()
                .value("Content-Security-Policy", (policy) -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self'").doesNotContain("unsafe"));
        this.client.get().uri("/v3/api-docs").exchange().expectHeader().valueEquals("Content-Security-Policy",
                "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void isFoundByItsShortAddress() {
        this.client.get().uri("/swagger-ui.html").exchange().expectStatus().isFound().expectHeader()
                .valueEquals("Location", "/swagger-ui/index.html");
    }

    private String read(String path) {
        byte[] body = this.client.get().uri(path).exchange().expectStatus().isOk().expectBody(byte[].class)
                .returnResult().getResponseBody();
        return (body != null) ? new String(body, java.nio.charset.StandardCharsets.UTF_8) : "";
    }

}

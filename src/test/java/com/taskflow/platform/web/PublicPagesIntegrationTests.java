package com.taskflow.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What production shows to anybody beside the API. */
@FullStackTest
class PublicPagesIntegrationTests {

    private final RestTestClient client;

    private final Clock clock;

    PublicPagesIntegrationTests(@Autowired RestTestClient client, @Autowired Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Test
    void tellsWhereToReportWeakness() {
        String text = this.client.get().uri("/.well-known/security.txt").exchange().expectStatus().isOk().expectHeader()
                .valueEquals("Content-Type", "text/plain;charset=utf-8").expectBody(String.class).returnResult()
                .getResponseBody();

        assertThat(text).contains("Contact: mailto:security@localhost\n");
        assertThat(String.valueOf(text).lines().filter((line) -> line.startsWith("Expires: "))
                .map((line) -> line.substring(9))
                .map(Instant::parse))
                .singleElement().satisfies((expires) -> assertThat(expires)
                        .isBetween(this.clock.instant().plus(Duration.ofDays(30)),
                                this.clock.instant().plus(Duration.ofDays(365))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs/swagger-config", "/swagger-ui.html",
        "/swagger-ui/index.html"})
    void hidesDocumentationUnlessSwitchedOn(String path) {
        this.client.get().uri(path).exchange().expectStatus().isNotFound();
    }

}

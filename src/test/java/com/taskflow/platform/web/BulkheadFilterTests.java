package com.taskflow.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.taskflow.platform.error.ProblemsFixture;
import com.taskflow.platform.time.Deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BulkheadFilterTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private final BulkheadFilter filter = new BulkheadFilter(
            new WebProperties(List.of(), List.of(), Duration.ZERO, 1), ProblemsFixture.problems(), this.registry);

    @Test
    void refusesWhomItHasNoTurnFor() throws Exception {
        MockHttpServletResponse first = answer("/api/v1/tasks", (_, _) -> {
            MockHttpServletResponse second = answer("/api/v1/tasks", new MockFilterChain());

            assertThat(second.getStatus()).isEqualTo(503);
            assertThat(second.getContentAsString()).contains("/problems/unavailable");
            assertThat(second.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        });

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(this.registry.get("taskflow.web.shed").counter().count()).isEqualTo(1);
    }

    @Test
    void givesTheTurnBackAfterAnAnswerAndAfterAFailure() throws Exception {
        answer("/api/v1/tasks", new MockFilterChain());
        assertThatThrownBy(() -> answer("/api/v1/tasks", (_, _) -> {
            throw new ServletException("no");
        })).hasMessage("no");

        assertThat(answer("/api/v1/tasks", new MockFilterChain()).getStatus()).isEqualTo(200);
    }

    @Test
    void letsHealthChecksAndEventStreamsPass() throws Exception {
        answer("/api/v1/tasks", (_, _) -> {
            assertThat(answer("/livez", new MockFilterChain()).getStatus()).isEqualTo(200);
            assertThat(answer("/api/v1/tasks/events", new MockFilterChain()).getStatus()).isEqualTo(200);
        });
    }

    @Test
    void givesARequestItsDeadline() throws Exception {
        Duration wait = Duration.ofMinutes(1);

        answer("/api/v1/tasks", (_, _) -> assertThat(Deadline.atMost(wait)).isLessThan(Duration.ofSeconds(3)));

        assertThat(Deadline.atMost(wait)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks/batch", "/api/v1/import", "/api/v1/users/me/export",
        "/api/v1/users/me/export/todoist.csv"})
    void givesNoDeadlineToWhatMayTakeLong(String path) throws Exception {
        Duration wait = Duration.ofMinutes(1);

        answer(path, (_, _) -> assertThat(Deadline.atMost(wait)).isEqualTo(wait));
    }

    private MockHttpServletResponse answer(String path, FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        this.filter.doFilter(new MockHttpServletRequest("GET", path), response, chain);
        return response;
    }

}

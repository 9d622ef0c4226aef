package com.taskflow.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class DrainFilterTests {

    private final DrainFilter filter = new DrainFilter(new WebProperties(List.of(), List.of(), Duration.ofHours(1), 1));

    @BeforeEach
    void start() {
        this.filter.start();
    }

    @Test
    void keepsConnectionsWhileServing() throws Exception {
        assertThat(answer().getHeader(HttpHeaders.CONNECTION)).isNull();
    }

    @Test
    void servesAndEndsConnectionsWhileDraining() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();

        this.filter.stop(() -> stopped.set(true));

        assertThat(answer().getHeader(HttpHeaders.CONNECTION)).isEqualTo("close");
        assertThat(stopped).isFalse();
    }

    @Test
    void stopsAtOnceWithoutADrain() {
        DrainFilter impatient = new DrainFilter(new WebProperties(List.of(), List.of(), Duration.ZERO, 1));
        AtomicBoolean stopped = new AtomicBoolean();

        impatient.stop(() -> stopped.set(true));

        assertThat(stopped).isTrue();
    }

    private MockHttpServletResponse answer() throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        this.filter.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }

}

package com.taskflow.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.taskflow.platform.error.Problems;
import com.taskflow.platform.error.UnavailableException;
import com.taskflow.platform.time.Deadline;

/**
 * Bounds how many requests are worked on at once, and how many wait for it: a service that is asked for more than it can
 * do goes on doing what it can. Virtual threads would take everything in, and each request would only be slower, until
 * all came too late. Each request also gets its {@link Deadline} here, unless it may take long. Health checks pass, and
 * event streams, which stay for long and are bounded elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class BulkheadFilter extends OncePerRequestFilter {

    private static final int WAITING_PER_TURN = 4;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    /** Less than the three seconds that are promised: there is a way there and back, and the machine is busy by then. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    private final Semaphore turns;

    /** For those who have a turn and those who wait for one. */
    private final Semaphore places;

    private final Problems problems;

    private final Counter shed;

    BulkheadFilter(WebProperties properties, Problems problems, MeterRegistry registry) {
        this.turns = new Semaphore(properties.concurrent(), true);
        this.places = new Semaphore(properties.concurrent() * (1 + WAITING_PER_TURN));
        this.problems = problems;
        this.shed = Counter.builder("taskflow.web.shed")
                .description("Requests refused since too many were under way").register(registry);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiRequests.hasOneAnswer(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!this.places.tryAcquire()) {
            refuse(request, response);
            return;
        }
        try {
            if (!ApiRequests.mayTakeLong(request)) {
                Deadline.set(LONGEST_ANSWER);
            }
            answerInTurn(request, response, chain);
        } finally {
            Deadline.clear();
            this.places.release();
        }
    }

    private void answerInTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!awaitTurn()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            this.turns.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return this.turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        this.shed.increment();
        this.problems.write(request, response, UnavailableException.busy());
    }

}

package com.taskflow.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Goes on serving for a while after SIGTERM: readiness is down at once, but whoever spreads the requests learns of it a
 * moment later. Each answer of that time ends its connection, so that the proxy opens the next one elsewhere. Only then
 * does the web server refuse new connections and finish what is under way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DrainFilter extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration drain;

    private volatile boolean serving;

    private volatile boolean draining;

    DrainFilter(WebProperties properties) {
        this.drain = properties.drain();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (this.draining) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        this.draining = false;
        this.serving = true;
    }

    @Override
    public void stop() {
        this.draining = true;
        this.serving = false;
    }

    /** Stops later, without a thread that waits. */
    @Override
    public void stop(Runnable stopped) {
        stop();
        if (this.drain.isZero()) {
            stopped.run();
        } else {
            CompletableFuture.delayedExecutor(this.drain.toMillis(), TimeUnit.MILLISECONDS).execute(stopped);
        }
    }

    @Override
    public boolean isRunning() {
        return this.serving;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

}

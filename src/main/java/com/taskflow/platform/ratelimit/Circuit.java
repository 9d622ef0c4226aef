package com.taskflow.platform.ratelimit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers that Redis has failed, so that only the requests under way at that moment wait for it. While the circuit is
 * open a thread of its own tries once a second, and closes it when that works; no request has to.
 */
class Circuit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Circuit.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicBoolean open = new AtomicBoolean();

    private final ScheduledExecutorService prober = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rate-limit-probe").factory());

    private final Runnable probe;

    /** @param probe asks Redis once; throws what Redis throws */
    Circuit(Runnable probe) {
        this.probe = probe;
    }

    boolean isOpen() {
        return this.open.get();
    }

    /** Tries at once, in the caller's thread, and once more: the first time is slow for all the classes it loads. */
    void start() {
        try {
            this.probe.run();
        } catch (RuntimeException first) {
            try {
                this.probe.run();
            } catch (RuntimeException second) {
                failed(second);
            }
        }
    }

    void failed(RuntimeException failure) {
        if (this.open.compareAndSet(false, true)) {
            log.warn("Rate limits are counted in this process alone until Redis is back: {}", failure.toString());
            probeLater();
        }
    }

    private void probeLater() {
        try {
            Future<?> _ = this.prober.schedule(this::probe, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ex) {
            log.debug("The service is stopping", ex);
        }
    }

    private void probe() {
        try {
            this.probe.run();
            this.open.set(false);
            log.info("Redis is back: rate limits are counted across replicas again");
        } catch (RuntimeException ex) {
            log.debug("Redis is still away", ex);
            probeLater();
        }
    }

    @Override
    public void close() {
        this.prober.shutdownNow();
    }

}

package com.taskflow.platform.security;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Holds the keys in force and looks for new ones every few seconds, so that a rotation needs no restart. Safe with N
 * replicas as long as all read the same folder or settings: a key is accepted everywhere before it is made active.
 */
@Component
public class KeySource implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeySource.class);

    private final KeyFiles files;

    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("key-watch").factory());

    private volatile Keys current;

    KeySource(KeyFiles files, KeysProperties properties) {
        this.files = files;
        this.current = files.readAtStart();
        long millis = properties.reload().toMillis();
        Future<?> _ = this.watch.scheduleWithFixedDelay(this::reload, millis, millis, TimeUnit.MILLISECONDS);
    }

    public Keys current() {
        return this.current;
    }

    /** Reads the keys anew; what was in force stays so when they cannot be read. */
    private void reload() {
        try {
            Keys found = this.files.read();
            if (!found.equals(this.current)) {
                this.current = found;
                log.info("The keys have changed: {} is active, {} are accepted", found.signing().active().id(),
                        found.signing().ids());
            }
        } catch (RuntimeException ex) {
            log.error("The keys cannot be read; those in force stay so", ex);
        }
    }

    @Override
    public void destroy() {
        this.watch.shutdownNow();
    }

}

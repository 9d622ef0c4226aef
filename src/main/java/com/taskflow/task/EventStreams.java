package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The live event streams that this replica serves. Writes of any replica wake them through {@link ChangeSignals}; should a
 * signal be lost, one statement a second finds out. When the service stops they end before the web server waits for
 * requests in flight, so that their readers move on to another replica.
 *
 * <p>Metrics: {@code taskflow.events.streams} that are open, {@code taskflow.events.sent}, and
 * {@code taskflow.events.wakes} by {@code source}, of which {@code look} counts what no signal had said before.
 */
@Component
class EventStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    private static final int MOST_OF_ONE_USER = 5;

    /** Together with what the denylist believes for a while, a revocation is noticed within a second. */
    private static final long CHECK_MILLIS = 200;

    private static final int CHECKS_A_LOOK = 5;

    private static final String HEADS = "select user_id, seq from change_counter where user_id = any(?::uuid[])";

    private final Map<UUID, Deque<EventStream>> streams = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;

    private final Clock clock;

    private final Counter sent;

    private final Counter signals;

    private final Counter looks;

    private @Nullable ScheduledExecutorService watch;

    private volatile boolean running;

    private int checks;

    EventStreams(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sent = metrics.counter("taskflow.events.sent");
        this.signals = metrics.counter("taskflow.events.wakes", "source", "signal");
        this.looks = metrics.counter("taskflow.events.wakes", "source", "look");
        metrics.gauge("taskflow.events.streams", this, EventStreams::size);
    }

    /** Begins to wake the stream; a user's oldest beyond five ends. */
    void add(EventStream stream) {
        startWatching();
        this.streams.compute(stream.user().id(), (_, known) -> {
            Deque<EventStream> ofUser = (known != null) ? known : new ConcurrentLinkedDeque<>();
            ofUser.addLast(stream);
            if (ofUser.size() > MOST_OF_ONE_USER) {
                ofUser.removeFirst().end();
            }
            return ofUser;
        });
        if (!this.running) {
            stream.end();
        }
    }

    void remove(EventStream stream) {
        this.streams.computeIfPresent(stream.user().id(), (_, ofUser) -> {
            ofUser.remove(stream);
            return ofUser.isEmpty() ? null : ofUser;
        });
    }

    /** Tells an owner's streams that there are changes up to this number. */
    void wake(UUID owner, long seq) {
        wake(owner, seq, this.signals);
    }

    /** An event was written to its reader. */
    void sent() {
        this.sent.increment();
    }

    private void wake(UUID owner, long seq, Counter counter) {
        this.streams.computeIfPresent(owner, (_, ofUser) -> {
            ofUser.stream().filter((stream) -> stream.wake(seq)).forEach((_) -> counter.increment());
            return ofUser;
        });
    }

    private synchronized void startWatching() {
        if (this.watch == null) {
            this.watch = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("event-streams").factory());
            ScheduledFuture<?> _ = this.watch.scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void check() {
        try {
            all().forEach(this::endIfOver);
            if (++this.checks % CHECKS_A_LOOK == 0 && !this.streams.isEmpty()) {
                String[] owners = this.streams.keySet().stream().map(UUID::toString).toArray(String[]::new);
                this.jdbc.sql(HEADS).params((Object) owners)
                        .query((RowCallbackHandler) (row) -> wake(row.getObject("user_id", UUID.class),
                                row.getLong("seq"), this.looks));
            }
        } catch (RuntimeException ex) {
            log.warn("The event streams could not be looked after: {}", String.valueOf(ex.getMessage()));
        }
    }

    private void endIfOver(EventStream stream) {
        try {
            Instant now = this.clock.instant();
            if (stream.isOver(now)) {
                stream.end();
            }
        } catch (DataAccessException ex) {
            // Nobody can tell: the client comes back, and is asked for its token then.
            stream.end();
        }
    }

    private List<EventStream> all() {
        return this.streams.values().stream().flatMap(Deque::stream).toList();
    }

    private int size() {
        return this.streams.values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public void start() {
        this.running = true;
    }

    @Override
    public synchronized void stop() {
        this.running = false;
        if (this.watch != null) {
            this.watch.shutdown();
            this.watch = null;
        }
        all().forEach(EventStream::end);
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

}

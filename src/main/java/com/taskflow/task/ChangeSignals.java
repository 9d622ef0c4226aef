package com.taskflow.task;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Tells every replica's {@link EventStreams} which owner's tasks have changed: lines of {@code <owner> <seq>} on a Redis
 * channel. Nothing depends on a signal's arrival, so none is waited for and none is repeated.
 */
@Component
class ChangeSignals implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ChangeSignals.class);

    private static final String CHANNEL = "taskflow:changes";

    private static final int MOST_WAITING = 10_000;

    private static final int MOST_AT_ONCE = 500;

    private static final long RECONNECT_MILLIS = 1000;

    private final BlockingQueue<TasksChanged> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("change-signals-", 0).factory());

    private final EventStreams streams;

    private final StringRedisTemplate redis;

    private @Nullable RedisMessageListenerContainer subscription;

    ChangeSignals(EventStreams streams, StringRedisTemplate redis) {
        this.streams = streams;
        this.redis = redis;
        this.threads.execute(this::publish);
    }

    /** This replica's readers need no messenger. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(TasksChanged event) {
        this.streams.wake(event.owner(), event.seq());
        boolean accepted = this.waiting.offer(event);
        if (!accepted) {
            log.debug("Too many signals are waiting for Redis");
        }
    }

    /** One thread sends what has come together meanwhile: a slow Redis holds up no write. */
    private void publish() {
        List<TasksChanged> batch = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(this.waiting.take());
                this.waiting.drainTo(batch, MOST_AT_ONCE);
                this.redis.convertAndSend(CHANNEL, batch.stream().map((event) -> event.owner() + " " + event.seq())
                        .collect(Collectors.joining("\n")));
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException ex) {
                log.debug("Redis took no signal: {}", String.valueOf(ex.getMessage()));
            }
            batch.clear();
        }
    }

    /** Listens from now on, unless it does already. Replicas without a reader do not. */
    synchronized void listen() {
        if (this.subscription == null) {
            RedisMessageListenerContainer container = new RedisMessageListenerContainer();
            container.setConnectionFactory(connections());
            container.setTaskExecutor(this.threads);
            container.setSubscriptionExecutor(this.threads);
            container.setRecoveryBackoff(new FixedBackOff(RECONNECT_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
            container.setMaxSubscriptionRegistrationWaitingTime(Duration.ofSeconds(1).toMillis());
            container.addMessageListener(
                    (message, _) -> receive(new String(message.getBody(), StandardCharsets.UTF_8)),
                    new ChannelTopic(CHANNEL));
            container.afterPropertiesSet();
            this.subscription = container;
            this.threads.execute(container::start);
        }
    }

    private RedisConnectionFactory connections() {
        return this.redis.getRequiredConnectionFactory();
    }

    private void receive(String signals) {
        signals.lines().map((line) -> line.split(" ", 2))
                .forEach((parts) -> this.streams.wake(UUID.fromString(parts[0]), Long.parseLong(parts[1])));
    }

    @Override
    public void destroy() throws Exception {
        if (this.subscription != null) {
            this.subscription.destroy();
        }
        this.threads.shutdownNow();
    }

}

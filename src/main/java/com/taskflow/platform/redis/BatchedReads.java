package com.taskflow.platform.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Reads keys. Requests that ask while Redis is answering are asked for together as soon as it has, in one MGET:
 * a lone request waits for nobody, and under load the cost of a round trip is shared by all that are under way. What is
 * read is never older than the call. When Redis did not answer it is left alone for {@value #PAUSE_MILLIS} ms: of the
 * requests that can do without it, only those of a moment wait in vain.
 */
@Component
public class BatchedReads {

    private static final int MOST_READS = 64;

    private static final long PAUSE_MILLIS = 1000;

    private final LettuceConnectionFactory redis;

    private final Queue<Read> waiting = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean underWay = new AtomicBoolean();

    private volatile long pauseUntil = System.nanoTime();

    BatchedReads(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /**
     * The keys' values, waited for as long as {@code spring.data.redis.timeout} says, twice at most.
     * @throws RuntimeException when Redis did not answer, now or a moment ago
     */
    public List<Optional<String>> get(String... keys) {
        if (System.nanoTime() - this.pauseUntil < 0) {
            throw new RedisCommandTimeoutException("Redis did not answer a moment ago");
        }
        Read read = new Read(Arrays.stream(keys).map((key) -> key.getBytes(StandardCharsets.UTF_8)).toList(),
                new CompletableFuture<>());
        this.waiting.add(read);
        sendWaiting();
        return read.values().join();
    }

    private void sendWaiting() {
        while (!this.waiting.isEmpty() && this.underWay.compareAndSet(false, true)) {
            List<Read> batch = takeWaiting();
            if (batch.isEmpty()) {
                this.underWay.set(false);
            } else {
                send(batch);
            }
        }
    }

    private List<Read> takeWaiting() {
        List<Read> batch = new ArrayList<>();
        for (Read read; batch.size() < MOST_READS && (read = this.waiting.poll()) != null;) {
            batch.add(read);
        }
        return batch;
    }

    private void send(List<Read> batch) {
        try {
            RedisFuture<List<KeyValue<byte[], byte[]>>> answer = commands()
                    .mget(batch.stream().flatMap((read) -> read.keys().stream()).toArray(byte[][]::new));
            answer.whenComplete((values, failure) -> {
                this.underWay.set(false);
                sendWaiting();
                complete(batch, values, failure);
            });
        } catch (RuntimeException ex) {
            this.underWay.set(false);
            complete(batch, List.of(), ex);
        }
    }

    /** Of the connection that all threads share; there is nothing to give back. */
    private RedisClusterAsyncCommands<byte[], byte[]> commands() {
        return ((LettuceConnection) this.redis.getConnection()).getNativeConnection();
    }

    private void complete(List<Read> batch, List<KeyValue<byte[], byte[]>> values, @Nullable Throwable failure) {
        if (failure != null) {
            this.pauseUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        }
        int from = 0;
        for (Read read : batch) {
            if (failure != null) {
                read.values().completeExceptionally(failure);
            } else {
                int to = from + read.keys().size();
                read.values().complete(values.subList(from, to).stream().map(BatchedReads::text).toList());
                from = to;
            }
        }
    }

    private static Optional<String> text(KeyValue<byte[], byte[]> value) {
        return value.optional().map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
    }

    private record Read(List<byte[]> keys, CompletableFuture<List<Optional<String>>> values) {

    }

}

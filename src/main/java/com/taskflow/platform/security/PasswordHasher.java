package com.taskflow.platform.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.UnavailableException;

/**
 * Hashes and verifies passwords with Argon2id (OWASP: m=19456 KiB, t=2, p=1) on a fixed pool of platform threads, one for
 * two cores: virtual threads are not time-sliced, a few dozen hashes on them starve every other request, and so do as many
 * hashes as there are cores. A caller waits
 * at most three seconds for its turn; who finds the queue full is refused at once. Never call it inside a transaction.
 */
@Component
public class PasswordHasher implements DisposableBean {

    private static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;

    private static final int LANES = 1;

    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;

    /** A full queue takes two thirds of a second on a quiet machine, a service that has just started several times that. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final Duration LONGEST_HASH = Duration.ofSeconds(10);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2id", Map.of("argon2id",
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES)));

    private final ThreadPoolExecutor threads;

    private final Counter verifications;

    private final String dummyHash = hashOfNoPassword();

    PasswordHasher(MeterRegistry registry) {
        int cores = Runtime.getRuntime().availableProcessors();
        int hashing = Math.max(1, cores / 2);
        this.threads = new ThreadPoolExecutor(hashing, hashing, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(cores * 16),
                Thread.ofPlatform().daemon().name("password-hasher-", 0).factory());
        this.verifications = Counter.builder("taskflow.auth.password.verifications")
                .description("Passwords that were compared to somebody's hash").register(registry);
    }

    /** @throws UnavailableException when the queue is full or the turn did not come in time */
    public String hash(String password) {
        return run(() -> String.valueOf(this.encoder.encode(password)));
    }

    /**
     * Whether the password belongs to the hash. Without a hash it takes as long and says no, so that the time does not
     * tell whether an account exists. Counted in {@code taskflow.auth.password.verifications} when there is one.
     */
    public boolean matches(String password, @Nullable String hash) {
        boolean matches = run(() -> this.encoder.matches(password, (hash != null) ? hash : this.dummyHash));
        if (hash == null) {
            return false;
        }
        this.verifications.increment();
        return matches;
    }

    /** Whether the hash was made with other than today's parameters. */
    public boolean needsUpgrade(String hash) {
        return this.encoder.upgradeEncoding(hash);
    }

    /** Made up and not computed: the first hash loads the cryptography and costs a start a fifth of its time. */
    private static String hashOfNoPassword() {
        return "{argon2id}$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES,
                random(SALT_BYTES), random(HASH_BYTES));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    private <T> T run(Callable<T> work) {
        Turn<T> turn = new Turn<>(work);
        Future<T> result = submit(turn);
        try {
            if (!turn.started.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS) && result.cancel(false)) {
                throw UnavailableException.busy();
            }
            return result.get(LONGEST_HASH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw UnavailableException.busy();
        } catch (TimeoutException ex) {
            throw UnavailableException.busy();
        } catch (ExecutionException ex) {
            throw new IllegalStateException("Password hashing failed", ex.getCause());
        }
    }

    private <T> Future<T> submit(Turn<T> turn) {
        try {
            return this.threads.submit(turn);
        } catch (RejectedExecutionException ex) {
            throw UnavailableException.busy();
        }
    }

    @Override
    public void destroy() {
        this.threads.shutdown();
    }

    /** Work that tells when it has begun: the wait is bounded for the turn, not for the hash. */
    private static final class Turn<T> implements Callable<T> {

        private final java.util.concurrent.CountDownLatch started = new java.util.concurrent.CountDownLatch(1);

        private final Callable<T> work;

        private Turn(Callable<T> work) {
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            this.started.countDown();
            return this.work.call();
        }

    }

}

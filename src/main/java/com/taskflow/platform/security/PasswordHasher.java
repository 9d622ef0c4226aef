package com.taskflow.platform.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import com.taskflow.platform.error.UnavailableException;

/**
 * Hashes and verifies passwords with Argon2id (OWASP: m=19456 KiB, t=2, p=1) on a fixed pool of platform threads, one for
 * two cores, at a low priority: virtual threads are not time-sliced, a few dozen hashes on them starve every other request,
 * and so do as many hashes as there are cores. A caller waits at most three seconds for its turn; who finds the queue full
 * is refused at once. Never call it inside a transaction.
 */
@Component
public class PasswordHasher implements DisposableBean {

    private static final String ID = "argon2id";

    private static final Argon2Hash.Cost COST = new Argon2Hash.Cost(19_456, 2, 1);

    /** A tenth of what another thread gets of a busy core, which is enough for a sign-in; what nobody wants they take. */
    private static final int STEPS_BELOW_OTHERS = 10;

    static final int WAITING_PER_CORE = 24;

    /** A full queue takes two thirds of it on a quiet machine. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final Duration LONGEST_HASH = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;

    private final ThreadFactory daemons = Thread.ofPlatform().daemon().name("password-hasher-", 0).factory();

    private final ThreadPoolExecutor threads;

    private final Counter verifications;

    private final String dummyHash;

    PasswordHasher(MeterRegistry registry) {
        int cores = Runtime.getRuntime().availableProcessors();
        int hashing = Math.max(1, cores / 2);
        Argon2Encoder argon2id = new Argon2Encoder(COST, hashing);
        this.encoder = new DelegatingPasswordEncoder(ID, Map.of(ID, argon2id));
        // Computing it would load the cryptography and cost a start a fifth of its time.
        this.dummyHash = "{" + ID + "}" + argon2id.hashOfNothing();
        this.threads = new ThreadPoolExecutor(hashing, hashing, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(cores * WAITING_PER_CORE), this::yielding);
        this.verifications = Counter.builder("taskflow.auth.password.verifications")
                .description("Passwords that were compared to somebody's hash").register(registry);
    }

    /**
     * For who would otherwise work first and then be refused: a flood must cost little.
     * @throws UnavailableException when the queue is full
     */
    public void requirePlace() {
        if (this.threads.getQueue().remainingCapacity() == 0) {
            throw UnavailableException.busy();
        }
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

    private Thread yielding(Runnable work) {
        return this.daemons.newThread(() -> {
            ThreadPriority.lower(STEPS_BELOW_OTHERS);
            work.run();
        });
    }

    private <T> T run(Callable<T> work) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
                "Passwords are hashed outside of transactions, which would hold a connection meanwhile");
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

        private final CountDownLatch started = new CountDownLatch(1);

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

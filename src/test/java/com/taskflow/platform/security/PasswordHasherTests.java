package com.taskflow.platform.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.taskflow.platform.error.UnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** Hashing: which, on which threads, and how much of it at a time. */
class PasswordHasherTests {

    private static final String PASSWORD = "correct horse battery staple";

    /** In the queue, and at work. */
    private static final int PLACES = Runtime.getRuntime().availableProcessors()
            * (PasswordHasher.WAITING_PER_CORE + 1);

    private final PasswordHasher hasher = new PasswordHasher(new SimpleMeterRegistry());

    @AfterEach
    void close() {
        this.hasher.destroy();
    }

    @Test
    void hashesWithArgon2idAndTodaysParameters() {
        String hash = this.hasher.hash(PASSWORD);

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(this.hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(this.hasher.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(this.hasher.needsUpgrade(hash)).isFalse();
    }

    @Test
    void refusesToHoldAConnectionMeanwhile() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatIllegalStateException().isThrownBy(() -> this.hasher.hash(PASSWORD));
            assertThatIllegalStateException().isThrownBy(() -> this.hasher.matches(PASSWORD, null));
        } finally {
            TransactionSynchronizationManager.clear();
        }
    }

    @Test
    void looksAtEveryByteOfALongPassword() {
        String hash = this.hasher.hash("x".repeat(127) + "a");

        assertThat(this.hasher.matches("x".repeat(127) + "b", hash)).isFalse();
    }

    @Test
    void matchesNothingWithoutAHash() {
        assertThat(this.hasher.matches(PASSWORD, null)).isFalse();
    }

    @Test
    void hashesOnPlatformThreads() {
        this.hasher.hash(PASSWORD);

        assertThat(Thread.getAllStackTraces().keySet()).filteredOn((thread) -> thread.getName()
                .startsWith("password-hasher-")).isNotEmpty()
                .allSatisfy((thread) -> assertThat(thread.isVirtual()).isFalse());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hashesOnThreadsThatLeaveTheCoresToOthers() throws IOException {
        this.hasher.hash(PASSWORD);
        int own = nice(stat(Path.of("/proc/thread-self")));

        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            assertThat(threads.map(PasswordHasherTests::stat).filter((stat) -> stat.contains("(password-hasher")))
                    .isNotEmpty().allSatisfy((stat) -> assertThat(nice(stat)).isEqualTo(Math.min(own + 10, 19)));
        }
    }

    /** The nineteenth field, of which the third follows the name in parentheses (proc_pid_stat(5)). */
    private static int nice(String stat) {
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    /** Nothing of a thread that has ended meanwhile. */
    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException ex) {
            return "";
        }
    }

    @Test
    void refusesWhatTheQueueCannotTake() throws Exception {
        int many = PLACES + 50;
        List<Future<Boolean>> refused = new ArrayList<>();

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                refused.add(callers.submit(this::isRefused));
            }
        }

        int refusals = 0;
        for (Future<Boolean> answer : refused) {
            refusals += answer.get() ? 1 : 0;
        }
        assertThat(refusals).isGreaterThanOrEqualTo(1);
    }

    @Test
    void turnsAwayWhileTheQueueIsFull() {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PLACES; i++) {
                callers.execute(() -> {
                    while (!enough.get()) {
                        isRefused();
                    }
                });
            }

            try {
                await().pollInterval(Duration.ofMillis(2)).untilAsserted(() -> assertThatExceptionOfType(
                        UnavailableException.class).isThrownBy(this.hasher::requirePlace));
            } finally {
                enough.set(true);
            }
        }

        this.hasher.requirePlace();
    }

    private boolean isRefused() {
        try {
            this.hasher.hash(PASSWORD);
            return false;
        } catch (UnavailableException ex) {
            assertThat(ex.headers().getFirst("Retry-After")).isNotNull();
            return true;
        }
    }

}

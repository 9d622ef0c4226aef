package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisExecProvider;

/**
 * A Redis of one test's own, that the test may stop, freeze and start again. It keeps its port, and nothing else, over a
 * restart.
 */
public final class ControlledRedis implements AutoCloseable {

    private final Path folder;

    private final Path program;

    private final int port;

    private @Nullable Process process;

    private ControlledRedis(Path folder, Path program, int port) {
        this.folder = folder;
        this.program = program;
        this.port = port;
    }

    /** A Redis that is not running yet. */
    public static ControlledRedis stopped() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path program = RedisExecProvider.defaultProvider().get().toPath();
            return new ControlledRedis(Files.createTempDirectory("taskflow-redis-"), program, socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return this.port;
    }

    /** Returns when Redis listens; does nothing to one that runs. */
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            Path log = this.folder.resolve("redis.log");
            Files.deleteIfExists(log);
            this.process = new ProcessBuilder(this.program.toString(), "--port", Integer.toString(this.port), "--bind",
                    "127.0.0.1", "--logfile", log.toString(), "--dir", this.folder.toString(), "--save", "",
                    "--appendonly", "no").inheritIO().start();
            Awaitility.await().until(() -> Files.exists(log) && Files.readString(log).contains("Ready to accept"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a crash does. */
    public void stop() {
        Process running = this.process;
        if (running != null) {
            running.destroyForcibly();
            Awaitility.await().until(() -> !running.isAlive());
            this.process = null;
        }
    }

    /** Stops it without closing anything: it accepts connections and never answers. */
    public void freeze() {
        signal("STOP");
    }

    /** Ends {@link #freeze()}. */
    public void thaw() {
        signal("CONT");
    }

    private boolean isRunning() {
        return this.process != null && this.process.isAlive();
    }

    private void signal(String name) {
        Process running = this.process;
        if (running == null) {
            throw new IllegalStateException("Redis is not running");
        }
        Signals.send(name, running.toHandle());
    }

    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(this.folder);
            FileSystemUtils.deleteRecursively(this.program.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}

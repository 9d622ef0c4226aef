package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisExecProvider;

/**
 * Redis as a child process on loopback, on a port of its own, with nothing written to disk. Only the binary comes from
 * the library: run by it, Redis would get the terminal's Ctrl-C itself and be gone while TaskFlow is still closing.
 */
final class EmbeddedRedis {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private EmbeddedRedis() {}

    /** @throws StartupProblem when the server does not come up */
    static RedisServer start(ServiceFolder services) {
        Path folder = services.resolve("redis");
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            Path program = unpack(folder);
            // Another process may take the free port before Redis does.
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                int port = freePort();
                if (launch(folder, program, port)) {
                    long pid = Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip());
                    return new RedisServer("127.0.0.1", port,
                            () -> ProcessHandle.of(pid).ifPresent(LeftoverServer::stop));
                }
            }
            throw new StartupProblem("Redis does not start.", "Its log is " + folder.resolve("redis.log") + ".", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting Redis", e);
        }
    }

    private static Path unpack(Path folder) throws IOException {
        Path unpacked = RedisExecProvider.defaultProvider().get().toPath();
        Path program = folder.resolve("redis-server");
        Files.move(unpacked, program);
        FileSystemUtils.deleteRecursively(unpacked.getParent());
        return program;
    }

    /** The file with the process number appears when Redis listens. */
    private static boolean launch(Path folder, Path program, int port) throws IOException, InterruptedException {
        Path pidFile = folder.resolve("redis.pid");
        List<String> command = List.of(program.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
                "--daemonize", "yes", "--pidfile", pidFile.toString(), "--logfile",
                folder.resolve("redis.log").toString(), "--dir", folder.toString(), "--save", "", "--appendonly", "no");
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            return false;
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            if (Files.exists(pidFile) && Files.size(pidFile) > 0) {
                return true;
            }
            Thread.sleep(Duration.ofMillis(5));
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

}

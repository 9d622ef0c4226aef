package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a PostgreSQL or Redis that outlived its JVM ({@code kill -9}) and still holds a folder. Numbers of processes are
 * given out again, so a process is ended only when it is the very server: PostgreSQL by program name and start time,
 * Redis by running the copy of the program inside our folder.
 */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LeftoverServer() {}

    /** Ends the PostgreSQL that runs on the data folder, if one does. */
    static void endDatabase(Path data) {
        List<String> lines = linesOf(data.resolve("postmaster.pid"));
        // Line 1 is the process, line 3 its start in epoch seconds (PostgreSQL: "Database File Layout").
        if (lines.size() < 3) {
            return;
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        end(lines.get(0), process -> isPostgresSince(started, process));
    }

    /** Ends the Redis that runs the program and wrote the file, if one does. */
    static void endRedis(Path pidFile, Path program) {
        List<String> lines = linesOf(pidFile);
        if (!lines.isEmpty()) {
            end(lines.get(0), process -> process.info().command().filter(program.toString()::equals).isPresent());
        }
    }

    private static boolean isPostgresSince(Instant started, ProcessHandle process) {
        boolean postgres = process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
        return postgres && process.info().startInstant()
                .filter(start -> Duration.between(start, started).abs().compareTo(Duration.ofSeconds(5)) < 0)
                .isPresent();
    }

    private static void end(String pid, Predicate<ProcessHandle> ours) {
        ProcessHandle.of(Long.parseLong(pid.strip())).filter(ours).ifPresent(process -> {
            log.info("Ending process {}, left over by an earlier run", process.pid());
            stop(process);
        });
    }

    /** Asks with SIGINT, which makes PostgreSQL drop its clients and go at once; insists after ten seconds. */
    static void stop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start().waitFor();
            // onExit() would notice the end of a process that is not our child only a second later.
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (process.isAlive() && System.nanoTime() < giveUp) {
                Thread.sleep(Duration.ofMillis(10));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (process.isAlive()) {
            log.warn("Process {} does not stop; killing it", process.pid());
            process.destroyForcibly();
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}

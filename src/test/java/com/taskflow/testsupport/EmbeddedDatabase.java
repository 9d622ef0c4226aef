package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as a child process, from the binaries on Maven Central. Listens on loopback only, on a port of its own.
 * Where data is kept it writes as production does (fsync, synchronous commit); in tests it does not wait for the disk.
 */
final class EmbeddedDatabase {

    /** The binaries' major version (see the pom): a data folder of another one cannot be opened. */
    static final String MAJOR_VERSION = "18";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOG_LINES_SHOWN = 15;

    private EmbeddedDatabase() {}

    /**
     * @param programs where the binaries are unpacked, once; in a private folder, because the library lets every user
     *     of the machine write to this one
     * @throws StartupProblem when the data does not fit or the server does not come up
     */
    static DatabaseServer start(ServiceFolder folder, Path programs) {
        Path data = folder.resolve("postgres");
        Path log = folder.resolve("postgres.log");
        try {
            checkData(folder, data);
            Files.createDirectories(programs);
            Files.deleteIfExists(log);
            EmbeddedPostgres server = builder(folder, data, programs, log).start();
            String password = DatabaseRoles.create(database -> server.getDatabase("postgres", database));
            Files.writeString(folder.resolve("postgres.ready"), MAJOR_VERSION);
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DatabaseRoles.DATABASE;
            return new DatabaseServer(url, password, () -> close(server));
        } catch (IOException | IllegalStateException e) {
            LeftoverServer.endDatabase(data);
            throw new StartupProblem("PostgreSQL does not start on " + data + ". Its last words:\n" + tail(log),
                    "If the data may go, start with --fresh (bin/dev --fresh). The whole log is " + log + ".", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(ServiceFolder folder, Path data, Path programs, Path log) {
        String durable = folder.isKept() ? "on" : "off";
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                // Its own hook would end PostgreSQL while Spring is still closing: RunningServices does it after.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                // The built-in provider needs no locale of the machine, so every machine sorts alike.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // Tests keep a dozen contexts, and each has pools of its own: the library's 300 are not enough.
                .setServerConfig("max_connections", "600")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable);
    }

    private static void checkData(ServiceFolder folder, Path data) throws IOException {
        if (!Files.exists(folder.resolve("postgres.ready"))) {
            // The first start was cut short: nobody has stored anything here yet.
            FileSystemUtils.deleteRecursively(data);
            return;
        }
        Path version = data.resolve("PG_VERSION");
        String found = Files.exists(version) ? Files.readString(version).strip() : "";
        if (!found.equals(MAJOR_VERSION) || !Files.exists(data.resolve("global/pg_control"))) {
            String description = found.isEmpty() || found.equals(MAJOR_VERSION)
                    ? "The data folder " + data + " is damaged: files of PostgreSQL are missing."
                    : "The data folder " + data + " was made by PostgreSQL " + found + ", this is " + MAJOR_VERSION
                            + ".";
            throw new StartupProblem(description,
                    "Start with --fresh (bin/dev --fresh, or ./mvnw spring-boot:test-run "
                            + "-Dspring-boot.run.arguments=--fresh) to drop the data and begin anew.",
                    null);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

}

package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A streaming replica of the embedded PostgreSQL, that a test may hold back or kill. The binaries bring no pg_basebackup:
 * the folder is copied between the two calls that mark a backup.
 */
public final class StandbyDatabase implements AutoCloseable {

    private final Path folder;

    private final String url;

    private final Process server;

    private StandbyDatabase(Path folder, String url, Process server) {
        this.folder = folder;
        this.url = url;
        this.server = server;
    }

    /** Returns when the replica answers; the primary is started where it is not running yet. */
    public static StandbyDatabase start() {
        String primaryUrl = RunningServices.database(new StandardEnvironment()).url();
        try {
            Path folder = Files.createTempDirectory("taskflow-standby-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            int port = freePort();
            String url = primaryUrl.replaceFirst(":\\d+/", ":" + port + "/");
            StandbyDatabase standby = new StandbyDatabase(folder, url, launch(primaryUrl, folder, port));
            Awaitility.await().ignoreExceptionsInstanceOf(DataAccessException.class)
                    .until(() -> standby.superuser().sql("select pg_is_in_recovery()").query(Boolean.class).single());
            return standby;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return this.url;
    }

    /** From now on it shows what it has, and nothing newer. */
    public void pause() {
        superuser().sql("select pg_wal_replay_pause()").query().listOfRows();
        Awaitility.await().until(() -> "paused"
                .equals(superuser().sql("select pg_get_wal_replay_pause_state()").query(String.class).single()));
    }

    /** Ends {@link #pause()}. */
    public void resume() {
        superuser().sql("select pg_wal_replay_resume()").query().listOfRows();
    }

    /** How many statements on a table it has been asked. */
    public long scansOf(String table) {
        return superuser().sql("select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_user_tables where "
                + "relname = ?").param(table).query(Long.class).single();
    }

    /** Stops it without closing anything: it accepts connections and never answers. */
    public void freeze() {
        signal("STOP");
    }

    /** Ends {@link #freeze()}. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        this.server.descendants().forEach((process) -> Signals.send(name, process));
        Signals.send(name, this.server.toHandle());
    }

    /** Ends it as a crash does, with all its connections. */
    public void kill() {
        this.server.descendants().forEach(ProcessHandle::destroyForcibly);
        this.server.destroyForcibly();
        Awaitility.await().until(() -> !this.server.isAlive());
    }

    @Override
    public void close() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JdbcClient superuser() {
        return JdbcClient.create(superuser(this.url));
    }

    private static DriverManagerDataSource superuser(String url) {
        return new DriverManagerDataSource(url, "postgres", "postgres");
    }

    private static Process launch(String primaryUrl, Path folder, int port) throws IOException {
        SingleConnectionDataSource session = new SingleConnectionDataSource(primaryUrl, "postgres", "postgres", true);
        try (session) {
            JdbcClient primary = JdbcClient.create(session);
            Path data = Path.of(primary.sql("show data_directory").query(String.class).single());
            String program = ProcessHandle
                    .of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst()))
                    .flatMap((server) -> server.info().command()).orElseThrow();
            primary.sql("select pg_backup_start('standby', true)").query().listOfRows();
            copy(data, folder, data.resolve("pg_wal"));
            String label = primary.sql("select labelfile from pg_backup_stop()").query(String.class).single();
            copy(data.resolve("pg_wal"), folder.resolve("pg_wal"), null);
            Files.writeString(folder.resolve("backup_label"), label);
            Files.createFile(folder.resolve("standby.signal"));
            String maxConnections = primary.sql("show max_connections").query(String.class).single();
            int primaryPort = Integer.parseInt(primaryUrl.replaceFirst(".*:(\\d+)/.*", "$1"));
            return new ProcessBuilder(command(program, folder, port, maxConnections, primaryPort))
                    .redirectErrorStream(true).redirectOutput(folder.resolve("standby.log").toFile()).start();
        }
    }

    private static List<String> command(String program, Path folder, int port, String maxConnections, int primaryPort) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program, "-D", folder.toString(), "-p", Integer.toString(port), "-c",
                "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
                "max_connections=" + maxConnections, "-c", "fsync=off", "-c", "hot_standby_feedback=on", "-c",
                "primary_conninfo=host=127.0.0.1 port=%d user=postgres".formatted(primaryPort)));
        return command;
    }

    private static void copy(Path from, Path to, @Nullable Path leftOut) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(dir).toString());
                if (!Files.exists(target)) {
                    Files.createDirectory(target, PosixFilePermissions
                            .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
                return dir.equals(leftOut) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().startsWith("postmaster.")) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file).toString()));
                    } catch (NoSuchFileException e) {
                        // The server removed it meanwhile: its log says so to the replica.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

}

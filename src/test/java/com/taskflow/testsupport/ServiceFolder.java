package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The folder one JVM's PostgreSQL and Redis live in. The JVM holds a lock on the file {@code lock} as long as it lives:
 * the kernel gives it back even after {@code kill -9}, so a folder whose lock can be had is nobody's, and servers still
 * running in it are left over.
 *
 * <p>{@code postgres/} data, {@code postgres.ready} set once it has the roles, {@code redis/}, and a log file of each.
 */
final class ServiceFolder {

    private static final String TEMPORARY_PREFIX = "taskflow-test-";
    private static final Duration JUST_MADE = Duration.ofSeconds(10);

    private final Path path;
    private final boolean kept;
    private final FileChannel lock;

    private ServiceFolder(Path path, boolean kept, FileChannel lock) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
    }

    /**
     * The development folder.
     *
     * @param fresh whether to drop the data that is there
     * @throws StartupProblem when another process uses the folder, or it belongs to another user
     */
    static ServiceFolder kept(Path path, boolean fresh) {
        makePrivate(path);
        try {
            FileChannel lock = lock(path);
            if (lock == null) {
                throw inUse(path);
            }
            ServiceFolder folder = new ServiceFolder(path, true, lock);
            folder.endLeftovers();
            if (fresh) {
                folder.dropData();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a folder that only this user may look into, or makes sure of one that is there.
     *
     * @throws StartupProblem when it belongs to another user
     */
    static void makePrivate(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (FileSystemException e) {
            throw new StartupProblem("The folder " + path + " belongs to another user.",
                    "Remove it as that user (rm -rf " + path + "), or start as that user.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for this JVM's tests; also removes those of test JVMs that were killed. */
    static ServiceFolder temporary() {
        try {
            Path temporaryFiles = Path.of(System.getProperty("java.io.tmpdir"));
            try (Stream<Path> files = Files.list(temporaryFiles)) {
                files.filter(ServiceFolder::isOldTestFolder).forEach(ServiceFolder::dropIfAbandoned);
            }
            Path path = Files.createTempDirectory(temporaryFiles, TEMPORARY_PREFIX).toRealPath();
            FileChannel lock = lock(path);
            if (lock == null) {
                throw inUse(path);
            }
            return new ServiceFolder(path, false, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Whether the data is to survive this JVM. */
    boolean isKept() {
        return kept;
    }

    void dropData() throws IOException {
        for (String name : new String[]{"postgres.ready", "postgres", "redis"}) {
            FileSystemUtils.deleteRecursively(path.resolve(name));
        }
    }

    /** Gives the folder back when its servers are gone; a temporary one disappears. */
    void release() {
        try {
            if (!kept) {
                FileSystemUtils.deleteRecursively(path);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endLeftovers() {
        LeftoverServer.endDatabase(path.resolve("postgres"));
        LeftoverServer.endRedis(path.resolve("redis/redis.pid"), path.resolve("redis/redis-server"));
    }

    private static @Nullable FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static StartupProblem inUse(Path path) throws IOException {
        return new StartupProblem(
                "TaskFlow runs already on the data in " + path + ", as process "
                        + Files.readString(path.resolve("lock"))
                        + ".",
                "Stop that one first, or give this one servers of its own by SPRING_DATASOURCE_URL, "
                        + "SPRING_DATA_REDIS_HOST, SERVER_PORT and MANAGEMENT_SERVER_PORT.",
                null);
    }

    /** Folders made a moment ago are passed over: their JVM may not have locked them yet. */
    private static boolean isOldTestFolder(Path file) {
        Path lock = file.resolve("lock");
        try {
            return file.getFileName().toString().startsWith(TEMPORARY_PREFIX) && Files.isWritable(lock)
                    && Files.getLastModifiedTime(lock).toInstant().isBefore(Instant.now().minus(JUST_MADE));
        } catch (IOException e) {
            return false;
        }
    }

    private static void dropIfAbandoned(Path path) {
        try {
            FileChannel lock = lock(path);
            if (lock != null) {
                ServiceFolder folder = new ServiceFolder(path, false, lock);
                folder.endLeftovers();
                folder.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}

package com.taskflow.testsupport;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;

/**
 * The one PostgreSQL and the one Redis of this JVM, started when first asked for and shared by all application contexts
 * in it. They are stopped by Spring Boot's shutdown hook after every context is closed; a JVM hook of their own would
 * run beside it and take the servers away under the application.
 */
final class RunningServices {

    private static final Path PROJECT_FOLDER = Path.of(".taskflow").toAbsolutePath();

    private static @Nullable ServiceFolder folder;
    private static @Nullable DatabaseServer database;
    private static @Nullable RedisServer redis;

    private RunningServices() {}

    static synchronized DatabaseServer database(Environment environment) {
        DatabaseServer running = database;
        if (running == null) {
            running = switch (ServiceSource.ofDatabase(environment)) {
                case CONTAINERS -> ServiceContainers.startDatabase();
                case EMBEDDED -> EmbeddedDatabase.start(folder(environment), programs());
                case GIVEN -> throw new IllegalStateException("spring.datasource.url names a server");
            };
            stopAtExit();
            database = running;
        }
        return running;
    }

    static synchronized RedisServer redis(Environment environment) {
        RedisServer running = redis;
        if (running == null) {
            running = switch (ServiceSource.ofRedis(environment)) {
                case CONTAINERS -> ServiceContainers.startRedis();
                case EMBEDDED -> EmbeddedRedis.start(folder(environment));
                case GIVEN -> throw new IllegalStateException("spring.data.redis names a server");
            };
            stopAtExit();
            redis = running;
        }
        return running;
    }

    private static ServiceFolder folder(Environment environment) {
        ServiceFolder used = folder;
        if (used == null) {
            used = Development.isOn(environment)
                    ? ServiceFolder.kept(PROJECT_FOLDER, Development.isFresh(environment))
                    : ServiceFolder.temporary();
            folder = used;
        }
        return used;
    }

    private static Path programs() {
        ServiceFolder.makePrivate(PROJECT_FOLDER);
        return PROJECT_FOLDER.resolve("bin");
    }

    private static void stopAtExit() {
        if (database == null && redis == null) {
            SpringApplication.getShutdownHandlers().add(RunningServices::stop);
        }
    }

    private static synchronized void stop() {
        if (redis != null) {
            redis.stop().run();
        }
        if (database != null) {
            database.stop().run();
        }
        if (folder != null) {
            folder.release();
        }
    }

}

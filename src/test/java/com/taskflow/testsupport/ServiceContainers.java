package com.taskflow.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import com.redis.testcontainers.RedisContainer;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL and Redis by Testcontainers, for those who ask for it. Nothing is kept: the data goes with the containers.
 */
final class ServiceContainers {

    private static final String POSTGRES_IMAGE = "postgres:18-alpine";
    private static final String REDIS_IMAGE = "redis:7-alpine";

    private ServiceContainers() {}

    static DatabaseServer startDatabase() {
        requireDocker();
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE).withDatabaseName("postgres")
                .withUsername("postgres").withPassword(UUID.randomUUID().toString());
        container.start();
        String password = DatabaseRoles.create(database -> superuser(container, database));
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/"
                + DatabaseRoles.DATABASE;
        return new DatabaseServer(url, password, container::stop);
    }

    static RedisServer startRedis() {
        requireDocker();
        RedisContainer container = new RedisContainer(REDIS_IMAGE);
        container.start();
        return new RedisServer(container.getRedisHost(), container.getRedisPort(), container::stop);
    }

    private static DataSource superuser(PostgreSQLContainer container, String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[]{container.getHost()});
        dataSource.setPortNumbers(new int[]{container.getFirstMappedPort()});
        dataSource.setDatabaseName(database);
        dataSource.setUser(container.getUsername());
        dataSource.setPassword(container.getPassword());
        return dataSource;
    }

    /** Looks for a socket first: asking Testcontainers costs seconds and a page of log where there is none. */
    private static void requireDocker() {
        if (!(hasDockerSocket() && DockerClientFactory.instance().isDockerAvailable())) {
            throw new StartupProblem("Containers are asked for (taskflow.services=containers), but no Docker answers.",
                    "Start the Docker daemon or set DOCKER_HOST; or leave taskflow.services and TASKFLOW_SERVICES "
                            + "unset: embedded PostgreSQL and Redis need no Docker.",
                    null);
        }
    }

    private static boolean hasDockerSocket() {
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run");
        return System.getenv("DOCKER_HOST") != null
                || Stream.of("/var/run/docker.sock", System.getProperty("user.home") + "/.docker/run/docker.sock",
                        runtime + "/docker.sock").map(Path::of).anyMatch(Files::exists);
    }

}

package com.taskflow.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * PostgreSQL and Redis alone, for the packaged jar to be measured on: {@code bin/services FILE} runs this. The settings
 * to reach them are written to the given file as a shell's {@code export} lines; they stop when the process does.
 */
final class ServicesApplication {

    private ServicesApplication() {}

    public static void main(String[] args) throws IOException {
        Path settings = Path.of(args[0]);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ServicesApplication.class)
                .web(WebApplicationType.NONE).properties("spring.main.keep-alive=true").run(args);
        Environment environment = context.getEnvironment();
        DatabaseServer database = RunningServices.database(environment);
        RedisServer redis = RunningServices.redis(environment);
        Path unfinished = Files.writeString(settings.resolveSibling(settings.getFileName() + ".new"),
                """
                        export SPRING_DATASOURCE_URL='%1$s'
                        export SPRING_DATASOURCE_USERNAME=%3$s
                        export SPRING_DATASOURCE_PASSWORD='%2$s'
                        export SPRING_FLYWAY_URL='%1$s'
                        export SPRING_FLYWAY_USER=%4$s
                        export SPRING_FLYWAY_PASSWORD='%2$s'
                        export SPRING_DATA_REDIS_HOST=%5$s
                        export SPRING_DATA_REDIS_PORT=%6$d
                        """.formatted(database.url(), database.password(), DatabaseRoles.APP, DatabaseRoles.OWNER,
                        redis.host(),
                        redis.port()));
        Files.move(unfinished, settings);
    }

}

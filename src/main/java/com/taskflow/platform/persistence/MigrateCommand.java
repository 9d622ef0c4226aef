package com.taskflow.platform.persistence;

import java.time.Duration;

import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * {@code java -jar taskflow.jar migrate}: brings the schema up to this release and ends, as a step of its own before a
 * deploy. A migration waits at most 0.3 s for a lock, so that no request queues behind it for longer, and is tried
 * again for a minute.
 */
public final class MigrateCommand {

    private static final Logger log = LoggerFactory.getLogger(MigrateCommand.class);

    private MigrateCommand() {}

    public static boolean isMeant(String[] args) {
        return args.length > 0 && "migrate".equals(args[0]);
    }

    public static void run(String[] args) {
        new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
                // Migrations take as long as they take; the service's own requests do not.
                .properties("spring.datasource.hikari.data-source-properties.socketTimeout=0").run(args).close();
        log.info("The schema is up to date");
    }

    /** Only what a migration needs: no web server, no Redis, no jobs. No annotation that the service's scan would find. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Application {

        @Bean
        FlywayMigrationStrategy migrateWithPatience() {
            RetryTemplate retry = new RetryTemplate(RetryPolicy.builder().includes(FlywayException.class)
                    .delay(Duration.ofSeconds(1)).multiplier(1.5).maxDelay(Duration.ofSeconds(10)).maxRetries(20)
                    .timeout(Duration.ofSeconds(60)).build());
            return (flyway) -> {
                try {
                    retry.execute(flyway::migrate);
                } catch (RetryException ex) {
                    throw new IllegalStateException("The schema could not be migrated", ex.getCause());
                }
            };
        }

    }

}

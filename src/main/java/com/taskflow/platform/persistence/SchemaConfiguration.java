package com.taskflow.platform.persistence;

import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Checks the schema before anything uses it. An empty database is set up: there is nothing to lose and nobody to keep
 * waiting. An older schema is refused, unless it is to be migrated at start; a newer one is fine, since migrations keep
 * the release before them working.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemaProperties.class)
class SchemaConfiguration {

    @Bean
    FlywayMigrationStrategy schemaCheck(SchemaProperties properties) {
        return (flyway) -> {
            if (properties.migrateAtStart() || isEmpty(flyway)) {
                flyway.migrate();
            } else if (flyway.info().pending().length > 0) {
                throw new OutdatedSchemaException(flyway.info().pending()[0].getScript());
            }
        };
    }

    private static boolean isEmpty(Flyway flyway) {
        return flyway.info().current() == null;
    }

}

package com.taskflow.platform.persistence;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Checks the schema before anything uses it. An empty database is set up: there is nothing to lose and nobody to keep
 * waiting. An older schema is refused, unless it is to be migrated at start; a newer one is fine, since migrations keep
 * the release before them working.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemaProperties.class)
class SchemaConfiguration {

    /** Flyway is a tenth of a start and most starts have nothing to migrate: it is loaded when it is needed. */
    @Bean
    static BeanFactoryPostProcessor flywayWhenNeeded() {
        return (beans) -> beans.getBeanDefinition("flyway").setLazyInit(true);
    }

    @Bean
    FlywayMigrationInitializer schemaCheck(@Lazy Flyway flyway, DataSource dataSource, SchemaProperties properties) {
        return new SchemaCheck(flyway, new AppliedMigrations(dataSource), properties);
    }

    private static final class SchemaCheck extends FlywayMigrationInitializer {

        private final AppliedMigrations applied;

        private final boolean migrateAtStart;

        private SchemaCheck(Flyway lazyFlyway, AppliedMigrations applied, SchemaProperties properties) {
            super(lazyFlyway, (flyway) -> {
                if (properties.migrateAtStart() || flyway.info().current() == null) {
                    flyway.migrate();
                } else if (flyway.info().pending().length > 0) {
                    throw new OutdatedSchemaException(flyway.info().pending()[0].getScript());
                }
            });
            this.applied = applied;
            this.migrateAtStart = properties.migrateAtStart();
        }

        @Override
        public void afterPropertiesSet() throws Exception {
            if (this.migrateAtStart || !this.applied.areComplete()) {
                super.afterPropertiesSet();
            }
        }

    }

}

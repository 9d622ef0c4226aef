package com.taskflow.testsupport;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Real PostgreSQL, real Redis and a mail server, for development and for integration tests, with nothing installed.
 * Each of them is left out where Spring's standard settings name a server ({@link ServiceSource}). The service connects
 * as {@code taskflow_app}, which has no right to DDL; Flyway as {@code taskflow_owner}.
 *
 * <p>Tests share one set of servers per JVM and so must not rely on empty tables.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({DevelopmentPorts.class, MailCatcherSettings.class, JobsRoleSettings.class})
public class BackingServices {

    /** PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(DatabaseNotGiven.class)
    static class Database {

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(Environment environment) {
            return new RoleConnection(RunningServices.database(environment), DatabaseRoles.APP);
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(Environment environment) {
            DatabaseServer server = RunningServices.database(environment);
            return new FlywayConnection(new RoleConnection(server, DatabaseRoles.OWNER));
        }

    }

    /** Redis. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(RedisNotGiven.class)
    static class Redis {

        @Bean
        DataRedisConnectionDetails dataRedisConnectionDetails(Environment environment) {
            RedisServer server = RunningServices.redis(environment);
            return new DataRedisConnectionDetails() {

                @Override
                public Standalone getStandalone() {
                    return Standalone.of(server.host(), server.port());
                }

            };
        }

    }

    private record RoleConnection(DatabaseServer server, String role) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return role;
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

    }

    // Not one record for both interfaces: as a JdbcConnectionDetails bean it would be the data source's too.
    private record FlywayConnection(RoleConnection owner) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return owner.getUsername();
        }

        @Override
        public String getPassword() {
            return owner.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return owner.getJdbcUrl();
        }

    }

    /** Matches when no setting names a PostgreSQL. */
    static class DatabaseNotGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return ServiceSource.ofDatabase(context.getEnvironment()) != ServiceSource.GIVEN;
        }

    }

    /** Matches when no setting names a Redis. */
    static class RedisNotGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return ServiceSource.ofRedis(context.getEnvironment()) != ServiceSource.GIVEN;
        }

    }

}

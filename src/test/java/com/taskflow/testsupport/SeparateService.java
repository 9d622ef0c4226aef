package com.taskflow.testsupport;

import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.TaskFlowApplication;

/**
 * The service as {@code java -jar} starts it, migrated as a step before, in a schema of its own beside the other tests'
 * tables: for what would disturb them all.
 */
public final class SeparateService implements AutoCloseable {

    private final JdbcClient owner;

    private final ConfigurableApplicationContext service;

    private SeparateService(JdbcClient owner, ConfigurableApplicationContext service) {
        this.owner = owner;
        this.service = service;
    }

    /**
     * @param schema made anew
     * @param migrations Flyway locations, comma-separated; the service itself knows its own alone
     */
    public static SeparateService start(Environment environment, String schema, String migrations) {
        DatabaseServer database = RunningServices.database(environment);
        RedisServer redis = RunningServices.redis(environment);
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=" + schema;
        JdbcClient owner = JdbcClient
                .create(new DriverManagerDataSource(url, DatabaseRoles.OWNER, database.password()));
        makeSchema(owner, schema);
        String address = "--spring.datasource.url=" + url;
        String password = "--spring.datasource.password=" + database.password();
        TaskFlowApplication.main(new String[]{"migrate", address, password,
            "--spring.datasource.username=" + DatabaseRoles.OWNER, "--spring.flyway.locations=" + migrations});
        return new SeparateService(owner,
                SpringApplication.run(TaskFlowApplication.class,
                        Stream.of(address, password, "--spring.datasource.username=" + DatabaseRoles.APP,
                                "--spring.data.redis.host=" + redis.host(), "--spring.data.redis.port=" + redis.port(),
                                "--server.port=0", "--management.server.port=0", "--taskflow.jobs.enabled=false",
                                "--taskflow.keys.dir=target/test-keys", "--taskflow.limits.register=off",
                                "--taskflow.web.drain=0s").toArray(String[]::new)));
    }

    private static void makeSchema(JdbcClient owner, String schema) {
        owner.sql("drop schema if exists %s cascade".formatted(schema)).update();
        owner.sql("create schema " + schema).update();
        owner.sql("grant usage on schema %s to %s".formatted(schema, DatabaseRoles.APP)).update();
        owner.sql("alter default privileges in schema %s grant select, insert, update, delete on tables to %s"
                .formatted(schema, DatabaseRoles.APP)).update();
    }

    /** Speaks to the service as the TLS proxy does. */
    public RestTestClient client() {
        String port = this.service.getEnvironment().getRequiredProperty("local.server.port");
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("X-Forwarded-Proto", "https").build();
    }

    /** The database as the tables' owner sees it, in this service's schema. */
    public JdbcClient owner() {
        return this.owner;
    }

    @Override
    public void close() {
        this.service.close();
    }

}

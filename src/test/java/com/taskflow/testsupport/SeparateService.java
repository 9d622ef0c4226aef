package com.taskflow.testsupport;

import java.util.HashMap;
import java.util.Map;
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

    private final Map<String, String> settings;

    private ConfigurableApplicationContext service;

    private SeparateService(JdbcClient owner, Map<String, String> settings) {
        this.owner = owner;
        this.settings = settings;
        this.service = run(settings);
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
        Map<String, String> settings = Map.of("spring.datasource.url", url, "spring.datasource.password",
                database.password(), "spring.data.redis.host", redis.host(), "spring.data.redis.port",
                String.valueOf(redis.port()), "server.port", "0", "management.server.port", "0",
                "taskflow.jobs.enabled", "false", "taskflow.keys.dir", "target/test-keys",
                "taskflow.limits.register", "off", "taskflow.web.drain", "0s");
        TaskFlowApplication.main(Stream.concat(Stream.of("migrate"), arguments(with(settings, Map.of(
                "spring.datasource.username", DatabaseRoles.OWNER, "spring.flyway.locations", migrations))))
                .toArray(String[]::new));
        return new SeparateService(owner, with(settings, Map.of("spring.datasource.username", DatabaseRoles.APP)));
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(changed);
        return all;
    }

    private static Stream<String> arguments(Map<String, String> settings) {
        return settings.entrySet().stream().map((setting) -> "--" + setting.getKey() + "=" + setting.getValue());
    }

    private static ConfigurableApplicationContext run(Map<String, String> settings) {
        return SpringApplication.run(TaskFlowApplication.class, arguments(settings).toArray(String[]::new));
    }

    /** Starts the service again, as it was started first but for these settings. */
    public void restart(Map<String, String> changed) {
        this.service.close();
        this.service = run(with(this.settings, changed));
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

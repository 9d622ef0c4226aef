package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the database {@code taskflow} and its roles on a server, from the same {@code docker/postgres/roles.sql} that
 * production uses. Run at every start, so that a change of that file reaches kept data too.
 */
final class DatabaseRoles {

    static final String DATABASE = "taskflow";
    static final String OWNER = "taskflow_owner";
    static final String APP = "taskflow_app";
    static final String JOBS = "taskflow_jobs";

    private static final List<String> ROLES = List.of(OWNER, APP, JOBS, "taskflow_readonly");

    private DatabaseRoles() {}

    /**
     * Makes what is missing and sets new passwords.
     *
     * @param superuser connects to the database of the given name as a superuser
     * @return the roles' new password
     */
    static String create(Function<String, DataSource> superuser) {
        JdbcClient server = JdbcClient.create(superuser.apply("postgres"));
        boolean exists = server.sql("select count(*) from pg_database where datname = ?").param(DATABASE)
                .query(Integer.class).single() > 0;
        if (!exists) {
            server.sql("create database " + DATABASE).update();
        }
        String password = UUID.randomUUID().toString();
        try (Connection connection = superuser.apply(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            // One transaction, so that a start cut short leaves all of it or nothing.
            connection.setAutoCommit(false);
            statement.execute(rolesScript());
            for (String role : ROLES) {
                statement.execute("alter role " + role + " password '" + password + "'");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("docker/postgres/roles.sql failed", e);
        }
        return password;
    }

    private static String rolesScript() {
        try {
            return new ClassPathResource("docker/postgres/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}

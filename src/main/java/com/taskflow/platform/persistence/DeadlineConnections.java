package com.taskflow.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

import com.taskflow.platform.time.Deadline;

/**
 * Lends a connection of the requests' pool for no longer than the request has left: a database that says nothing is
 * waited for until the {@link Deadline}, and not for the driver's whole {@code socketTimeout} after all the waits before.
 * The pool takes the shorter time off again.
 */
@Component
class DeadlineConnections implements BeanPostProcessor {

    /** Who has about as much left as the driver waits by itself needs no limit: most requests, and setting one costs. */
    private static final Duration MUCH = Duration.ofMillis(1800);

    /** A late request has mostly found the machine busy: the database, which answers in milliseconds, may still do so. */
    private static final int LEAST_MILLIS = 500;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (bean instanceof DataSource pool) ? new Lender(pool) : bean;
    }

    private static final class Lender extends DelegatingDataSource {

        private Lender(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            Duration left = Deadline.atMost(MUCH);
            if (left.compareTo(MUCH) < 0) {
                limit(connection, Math.max((int) left.toMillis(), LEAST_MILLIS));
            }
            return connection;
        }

        private static void limit(Connection connection, int millis) throws SQLException {
            try {
                connection.setNetworkTimeout(Runnable::run, millis);
            } catch (SQLException ex) {
                connection.close();
                throw ex;
            }
        }

    }

}

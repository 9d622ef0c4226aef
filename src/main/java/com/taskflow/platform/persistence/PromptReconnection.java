package com.taskflow.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets the requests' pool connect again at once when its database is back. The pool doubles its pauses between attempts
 * up to 5 s and has no setting for that, so what it connects by tries again by itself. Before the first connection it
 * does not: a service that starts without a database says so.
 */
@Component
class PromptReconnection implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            pool.setDataSource(new Connector(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
                    pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword())));
        }
        return bean;
    }

    /** Opens the pool's connections, one at a time by a thread of the pool's own. */
    static final class Connector extends DelegatingDataSource {

        private static final Logger log = LoggerFactory.getLogger(Connector.class);

        private static final Duration PAUSE = Duration.ofMillis(100);

        /** Long, since each time that the pool is told of a failure it waits for twice as long. */
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder().predicate(this::isWorthTryingAgain)
                .delay(PAUSE).timeout(PATIENCE).maxRetries(Long.MAX_VALUE).build());

        private volatile boolean connectedBefore;

        private volatile boolean lost;

        Connector(DataSource driver) {
            super(driver);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connect(super::getConnection);
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return connect(() -> super.getConnection(username, password));
        }

        private Connection connect(Retryable<Connection> attempt) throws SQLException {
            try {
                Connection connection = this.retry.execute(attempt);
                this.connectedBefore = true;
                if (this.lost) {
                    this.lost = false;
                    log.info("Connected to the database again");
                }
                return connection;
            } catch (RetryException ex) {
                throw (ex.getCause() instanceof SQLException cause) ? cause : new SQLException(ex.getCause());
            }
        }

        private boolean isWorthTryingAgain(Throwable failure) {
            if (this.connectedBefore && !this.lost) {
                this.lost = true;
                log.warn("Cannot connect to the database, trying on: {}", failure.getMessage());
            }
            return this.connectedBefore;
        }

    }

}

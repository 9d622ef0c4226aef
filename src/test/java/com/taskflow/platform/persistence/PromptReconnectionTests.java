package com.taskflow.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class PromptReconnectionTests {

    private final DataSource driver = mock();

    private final Connection connection = mock();

    private final DataSource connector = new PromptReconnection.Connector(this.driver);

    @Test
    void saysAtOnceThatThereIsNoDatabaseAtTheStart() throws SQLException {
        SQLException refused = new SQLException("Connection refused", "08001");
        when(this.driver.getConnection()).thenThrow(refused);
        assertThatExceptionOfType(SQLException.class).isThrownBy(this.connector::getConnection).isSameAs(refused);
        verify(this.driver).getConnection();
    }

    @Test
    void triesOnWhenTheDatabaseWentAway() throws SQLException {
        SQLException refused = new SQLException("Connection refused", "08001");
        when(this.driver.getConnection("app", "secret")).thenReturn(this.connection).thenThrow(refused)
                .thenThrow(refused).thenThrow(refused).thenReturn(this.connection);
        this.connector.getConnection("app", "secret").close();
        assertThat(this.connector.getConnection("app", "secret")).isSameAs(this.connection);
        verify(this.driver, times(5)).getConnection("app", "secret");
    }

    @Test
    void givesUpWhenThePoolIsClosed() throws SQLException {
        when(this.driver.getConnection()).thenReturn(this.connection).thenThrow(new SQLException("Connection refused"));
        this.connector.getConnection().close();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(SQLException.class).isThrownBy(this.connector::getConnection)
                .withMessage("Connection refused");
        assertThat(Thread.interrupted()).isTrue();
    }

}

package com.taskflow.platform.error;

import java.sql.SQLException;
import java.util.Objects;

import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.web.context.request.ServletWebRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemAdviceTests {

    private final ServletWebRequest request = new ServletWebRequest(new MockHttpServletRequest(),
            new MockHttpServletResponse());

    @Test
    void takesAFailedRollbackForALostDatabase() {
        TransactionException rollback = new TransactionException("Unable to rollback", new SQLException("Closed"));

        ResponseEntity<Object> answer = answer(new JpaSystemException(rollback));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isTrue();
    }

    @Test
    void takesAnyOtherForAFaultOfOurs() {
        JpaSystemException fault = new JpaSystemException(new IllegalStateException("a mistake"));

        assertThat(answer(fault).getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private ResponseEntity<Object> answer(JpaSystemException failure) {
        return Objects.requireNonNull(new ProblemAdvice().rollbackFailed(failure, this.request));
    }

}

package com.taskflow.platform.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Takes PostgreSQL's lock timeout, which Spring does not know, for what it is: a failure to repeat or answer with 503. */
@Configuration(proxyBeanMethods = false)
class LockTimeouts {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Bean
    SQLExceptionTranslator exceptionTranslator() {
        SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();
        translator.setCustomTranslator((task, _, ex) -> LOCK_NOT_AVAILABLE.equals(ex.getSQLState())
                ? new CannotAcquireLockException(task, ex)
                : null);
        return translator;
    }

}

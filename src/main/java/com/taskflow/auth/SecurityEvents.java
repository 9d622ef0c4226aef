package com.taskflow.auth;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.taskflow.platform.persistence.Identifiers;

/**
 * The append-only record of what happened to accounts: a row in the transaction of what it describes and, once that has
 * committed, a line in the log and one more in {@code taskflow.security.events} by type. Nothing here can change or
 * delete a row; they go with their account, and when they are old.
 */
@Component
class SecurityEvents {

    private static final Logger log = LoggerFactory.getLogger(SecurityEvents.class);

    private static final String USER_ID = "user.id";

    private final JdbcClient jdbc;

    private final MeterRegistry registry;

    private final Clock clock;

    SecurityEvents(JdbcClient jdbc, MeterRegistry registry, Clock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.clock = clock;
        Arrays.stream(SecurityEventType.values()).forEach(this::counter);
    }

    /** Takes part in the caller's transaction, if there is one. */
    @Transactional
    public void record(SecurityEvent... events) {
        for (SecurityEvent event : events) {
            store(event);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCommit() {
                    tell(event);
                }

            });
        }
    }

    private void store(SecurityEvent event) {
        this.jdbc.sql("""
                insert into security_event (id, user_id, session_id, type, ip, detail, created_at)
                values (:id, (select id from users where id = cast(:userId as uuid)), cast(:sessionId as uuid), :type,
                    :network, jsonb_strip_nulls(jsonb_build_object('reason', cast(:reason as text))), :now)""")
                .param("id", Identifiers.next()).param("userId", event.userId()).param("sessionId", event.sessionId())
                .param("type", event.type().wireName()).param("network", event.network())
                .param("reason", event.reason()).param("now", this.clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private void tell(SecurityEvent event) {
        counter(event.type()).increment();
        LoggingEventBuilder line = log.atLevel(event.type().alarming() ? Level.WARN : Level.INFO)
                .addKeyValue("event.action", event.type().wireName());
        if (event.reason() != null) {
            line = line.addKeyValue("event.reason", event.reason());
        }
        if (event.sessionId() != null) {
            line = line.addKeyValue("labels.session_id", event.sessionId());
        }
        // A line cannot have the same key twice, and those of a signed-in request have this one.
        if (event.userId() != null && MDC.get(USER_ID) == null) {
            line = line.addKeyValue(USER_ID, event.userId());
        }
        line.log("Security event {}", event.type().wireName());
    }

    private Counter counter(SecurityEventType type) {
        return Counter.builder("taskflow.security.events").description("What happened to accounts, by type")
                .tag("type", type.wireName()).register(this.registry);
    }

}

package com.taskflow.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.user.ExportSection;

/** Sign-in's part in the export of one's data: no salts, hashes or secrets. */
@Configuration(proxyBeanMethods = false)
class AuthExport {

    private static final String SESSIONS = """
            select id, created_at, last_used_at, expires_at, revoked_at, revoked_reason, user_agent, ip from session
            where user_id = :userId and id > :after order by id limit :limit""";

    /** Materialized, so that PostgreSQL goes by the user and not by the primary key of everybody's events. */
    private static final String SECURITY_EVENTS = """
            with own as materialized (
                select id, type, session_id, ip, detail, created_at from security_event where user_id = :userId)
            select * from own where id > :after order by id limit :limit""";

    private static final String SECOND_FACTORS = """
            select user_id, confirmed_at, cardinality(recovery_codes) as codes_left from second_factor
            where user_id = :userId and user_id > :after and confirmed_at is not null limit :limit""";

    @Bean
    ExportSection<SessionItem, UUID> exportedSessions(JdbcClient jdbc) {
        return ExportSection.byId("sessions", reader(jdbc, SESSIONS, (row, _) -> new SessionItem(id(row),
                Instants.of(row, "created_at"), Instants.of(row, "last_used_at"), Instants.of(row, "expires_at"),
                Instants.of(row, "revoked_at"), row.getString("revoked_reason"), row.getString("user_agent"),
                row.getString("ip"))), SessionItem::id);
    }

    @Bean
    ExportSection<SecurityEventItem, UUID> exportedSecurityEvents(JdbcClient jdbc, JsonMapper json) {
        return ExportSection.byId("securityEvents", reader(jdbc, SECURITY_EVENTS, (row, _) -> {
            String detail = row.getString("detail");
            return new SecurityEventItem(id(row), row.getString("type"), row.getObject("session_id", UUID.class),
                    row.getString("ip"), (detail != null) ? json.readTree(detail) : null,
                    Instants.of(row, "created_at"));
        }), SecurityEventItem::id);
    }

    @Bean
    ExportSection<SecondFactorItem, UUID> exportedSecondFactors(JdbcClient jdbc) {
        return ExportSection.byId("secondFactors",
                reader(jdbc, SECOND_FACTORS,
                        (row, _) -> new SecondFactorItem(row.getObject("user_id", UUID.class),
                                Instants.of(row, "confirmed_at"), row.getInt("codes_left"))),
                SecondFactorItem::userId);
    }

    private static <T> ExportSection.Reader<T, UUID> reader(JdbcClient jdbc, String sql, RowMapper<T> item) {
        return (userId, after, limit) -> List.copyOf(jdbc.sql(sql).param("userId", userId).param("after", after)
                .param("limit", limit).query(item).list());
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    /** A session, what of it names a device and a time. */
    record SessionItem(UUID id, @Nullable Instant createdAt, @Nullable Instant lastUsedAt, @Nullable Instant expiresAt,
            @Nullable Instant revokedAt, @Nullable String revokedReason, @Nullable String userAgent,
            @Nullable String ip) {

    }

    /** Something that happened to the account. */
    record SecurityEventItem(UUID id, String type, @Nullable UUID sessionId, @Nullable String ip,
            @Nullable JsonNode detail, @Nullable Instant createdAt) {

    }

    /** That there is a second factor, not which. */
    record SecondFactorItem(@JsonIgnore UUID userId, @Nullable Instant confirmedAt, int recoveryCodesLeft) {

    }

}

package com.taskflow.label;

import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.user.ExportSection;

/** Labels in the export of one's data. */
@Configuration(proxyBeanMethods = false)
class LabelExport {

    private static final String SQL = """
            select id, name, color, created_at, updated_at, version from label
            where user_id = :userId and id > :after order by id limit :limit""";

    @Bean
    ExportSection<LabelResponse, UUID> exportedLabels(JdbcClient jdbc) {
        return ExportSection.byId("labels", (userId, after, limit) -> jdbc.sql(SQL).param("userId", userId)
                .param("after", after).param("limit", limit).query(LabelRows::label).list(), LabelResponse::id);
    }

}

package com.taskflow.task;

import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.user.ExportSection;
import com.taskflow.user.PersonalData;

/** Saved filters in the export of one's data, and their going with the account. */
@Configuration(proxyBeanMethods = false)
class SavedFilterData {

    private static final String SQL = """
            select id, name, filter, sort, created_at, updated_at, version from saved_filter
            where user_id = :userId and id > :after order by id limit :limit""";

    @Bean
    PersonalData filterData() {
        return new PersonalData("saved_filter");
    }

    @Bean
    ExportSection<SavedFilterResponse, UUID> exportedFilters(JdbcClient jdbc) {
        return ExportSection.byId("filters",
                (userId, after, limit) -> jdbc.sql(SQL).param("userId", userId).param("after", after)
                        .param("limit", limit).query((row, _) -> new SavedFilterResponse(
                                row.getObject("id", UUID.class), row.getString("name"),
                                row.getString("filter"), row.getString("sort"),
                                Instants.required(row, "created_at"), Instants.required(row, "updated_at"),
                                row.getInt("version")))
                        .list(),
                SavedFilterResponse::id);
    }

}

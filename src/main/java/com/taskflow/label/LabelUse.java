package com.taskflow.label;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.task.TasksLabelled;

/** Makes a label of every name that a task gets, in the same transaction. */
@Component
class LabelUse {

    private static final String INSERT = """
            insert into label (user_id, id, name, version, created_at, updated_at)
            select :owner, id, name, 0, :now, :now from unnest(:ids::uuid[], :names::text[]) as used (id, name)
            on conflict (user_id, name) do nothing""";

    private final JdbcClient jdbc;

    private final Clock clock;

    LabelUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(TasksLabelled event) {
        // In one order, so that two writes of the same labels cannot wait for each other.
        String[] names = event.labels().stream().sorted().toArray(String[]::new);
        String[] ids = event.labels().stream().map((_) -> Identifiers.next()).map(UUID::toString)
                .toArray(String[]::new);
        this.jdbc.sql(INSERT).param("owner", event.owner()).param("ids", ids).param("names", names)
                .param("now", this.clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

}

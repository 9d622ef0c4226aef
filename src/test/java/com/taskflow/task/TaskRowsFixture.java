package com.taskflow.task;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the tables in bulk, past the service: users who cannot sign in, with many tasks. */
final class TaskRowsFixture {

    private static final String TASKS = """
            insert into task (user_id, id, title, title_folded, status, priority, due_date, due_at, rank, labels, seq,
                version, created_at, updated_at, completed_at)
            select :owner, gen_random_uuid(), title, lower(title), status, priority, due_date, due_date, 'a' || n,
                case when n % 10 = 0 then array['home'] else '{}'::text[] end, n, 0, at, at,
                case when status = 'done' then at end
            from generate_series(1, :count) n,
                lateral (select (array['Write the report', 'Call the plumber', 'Buy milk', 'Review'])[1 + n % 4] || ' ' || n,
                    (array['todo', 'in_progress', 'done'])[1 + n % 3], (array['low', 'medium', 'high', 'urgent'])[1 + n % 4],
                    case when n % 2 = 0 then date '2026-11-22' + n % 60 end,
                    timestamptz '2026-01-01 00:00:00Z' + n * interval '1 hour') t (title, status, priority, due_date, at)""";

    private final JdbcClient jdbc;

    TaskRowsFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID aUserWithTasks(int count) {
        UUID owner = UUID.randomUUID();
        this.jdbc
                .sql("""
                        insert into users (id, email, email_key, name, time_zone, password_hash, version, created_at, updated_at)
                        values (:id, :email, :email, 'Somebody', 'UTC', 'none', 0, now(), now())""")
                .param("id", owner)
                .param("email", owner + "@example.org").update();
        this.jdbc.sql("insert into change_counter (user_id, epoch, seq) values (?, 1, ?)").param(owner).param(count)
                .update();
        addTasks(owner, count);
        return owner;
    }

    void addTasks(UUID owner, int count) {
        this.jdbc.sql(TASKS).param("owner", owner).param("count", count).update();
    }

}

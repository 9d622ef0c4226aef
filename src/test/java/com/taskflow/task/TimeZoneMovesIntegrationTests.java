package com.taskflow.task;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an owner's due dates in another time zone. */
@FullStackTest
class TimeZoneMovesIntegrationTests {

    private final JdbcClient jdbc;

    private final TimeZoneMoves moves;

    private final ChangeLog log;

    TimeZoneMovesIntegrationTests(@Autowired JdbcClient jdbc, @Autowired TimeZoneMoves moves,
            @Autowired ChangeLog log) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.log = log;
    }

    @Test
    void movesWhatFollowsTheOwnerInChunksAndRaisesTheCounterOnceWithAnEntry() {
        UUID owner = new TaskRowsFixture(this.jdbc).aUserWithTasks(1200);
        this.jdbc.sql("update task set due_time = '09:00', due_zone = 'Asia/Tokyo', due_at = '2030-01-01 00:00Z'"
                + " where user_id = ? and seq % 100 = 0").param(owner).update();
        this.jdbc.sql("update users set time_zone = 'America/St_Johns' where id = ?").param(owner).update();
        long counter = counter(owner);

        this.moves.run(UUID.randomUUID(), new TimeZoneMoves.Order(owner));

        assertThat(count(owner, "due_at = due_date::timestamp at time zone 'America/St_Johns'")).isEqualTo(588);
        assertThat(count(owner, "due_zone is not null and due_at = '2030-01-01 00:00Z'")).isEqualTo(12);
        assertThat(count(owner, "version <> 0 or seq > 1200")).isZero();
        assertThat(counter(owner)).isEqualTo(counter + 1);
        assertThat(this.jdbc.sql("select seq from task_change where user_id = ? and task_id is null").param(owner)
                .query(Long.class).list()).containsExactly(counter + 1);
        assertThat(this.log.after(owner, 0, 100)).isEmpty();
    }

    private long count(UUID owner, String condition) {
        return this.jdbc
                .sql("select count(*) from task where user_id = ? and due_date is not null and (" + condition + ")")
                .param(owner).query(Long.class).single();
    }

    private long counter(UUID owner) {
        return this.jdbc.sql("select seq from change_counter where user_id = ?").param(owner).query(Long.class)
                .single();
    }

}

package com.taskflow.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.testsupport.FullStackTest;

import static com.taskflow.task.ListTasksRequestBuilder.aList;
import static org.assertj.core.api.Assertions.assertThat;

/** What PostgreSQL does for each list, with 100,000 tasks of 200 users in the table. */
@FullStackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskListPlanIntegrationTests {

    private static final int USERS = 200;

    private static final int TASKS_PER_USER = 500;

    private final JdbcClient jdbc;

    private final Flyway flyway;

    private UUID owner = new UUID(0, 0);

    TaskListPlanIntegrationTests(@Autowired JdbcClient jdbc, @Autowired Flyway flyway) {
        this.jdbc = jdbc;
        this.flyway = flyway;
    }

    @BeforeAll
    void fillTheTable() {
        List<UUID> owners = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            owners.add(new TaskRowsFixture(this.jdbc).aUserWithTasks(TASKS_PER_USER));
        }
        this.owner = owners.get(USERS / 2);
        // Only the tables' owner may; autovacuum would in time.
        JdbcClient.create(this.flyway.getConfiguration().getDataSource()).sql("analyze task").update();
    }

    static Stream<ListTasksRequest> everyList() {
        Stream<ListTasksRequest> sorted = Stream.of("-createdAt", "createdAt", "-updatedAt", "updatedAt", "due", "-due",
                "priority", "-priority", "title", "-title", "rank").map((sort) -> aList().sort(sort).build());
        Stream<ListTasksRequest> filtered = Stream.of(aList().status(TaskStatus.TODO).build(),
                aList().priority(TaskPriority.HIGH).build(), aList().q("report").build(), aList().q("r").build(),
                aList().label("home").build(), aList().parentId(UUID.randomUUID()).build(),
                aList().dueBefore("2027-01-01").build(), aList().dueAfter("2026-01-01T00:00:00Z").build(),
                aList().updatedSince("2026-01-01").build());
        Stream<ListTasksRequest> conditions = Stream.of("status = todo", "status not in (done)", "priority >= high",
                "priority != low or status = done", "title contains 'report'", "title < 'c'", "title = 'buy milk 3'",
                "description is null", "due < today", "due = +7d", "not due <= startOfWeek + 1w", "due is null",
                "labels any (home, work)", "labels all (home)", "labels none (home)", "labels is null",
                "parentId = 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "parentId is not null", "createdAt > -30d",
                "updatedAt >= 2026-01-01T00:00:00Z", "completedAt = yesterday",
                "(due < now or priority = urgent) and not (labels any (home) and status = done)")
                .map((filter) -> aList().filter(filter).build());
        return Stream.of(sorted, filtered, conditions).flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void answersFromAnIndexOfTheOwner(ListTasksRequest request) {
        String plan = plan(request, null, null);

        assertThat(plan).contains("Index").doesNotContain("Seq Scan on task");
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void readsTheNextPageFromAnIndexOfTheOwner(ListTasksRequest request) {
        String key = switch (request.order().sort()) {
            case PRIORITY -> "1";
            case TITLE, RANK -> "m";
            default -> "2026-11-01T00:00:00Z";
        };

        assertThat(plan(request, new TaskCursor(key, UUID.randomUUID()), null)).contains("Index")
                .doesNotContain("Seq Scan on task");
    }

    @Test
    void readsNoMoreTasksThanThePageHoldsInTheDefaultOrder() {
        assertThat(plan(aList().status(TaskStatus.TODO).build(), null, null))
                .containsPattern("Index Scan using task_status_created on task \\(actual rows=21\\b");
        assertThat(plan(aList().build(), null, null)).contains("task_created");
        assertThat(plan(aList().priority(TaskPriority.LOW).build(), null, null)).contains("task_priority_created");
        assertThat(plan(aList().sort("due").build(), null, null)).contains("task_due");
    }

    @Test
    void looksAtNoTaskWhenTheClientHasSeenTheList() {
        ListTag seen = this.jdbc.sql("select epoch, seq from change_counter where user_id = ?").param(this.owner)
                .query((row, _) -> new ListTag(row.getLong(1), row.getLong(2), "")).single();

        assertThat(plan(aList().build(), null, seen)).containsPattern("task[^\\n]*\\n?[^\\n]*never executed");
    }

    private static TaskListQuery.Scope scope(ListTasksRequest request) {
        TaskFilter filter = TaskFilter.of(request.filter());
        return new TaskListQuery.Scope(ZoneOffset.UTC,
                (filter != null) ? filter.at(Instant.parse("2026-11-22T08:30:00Z"), ZoneOffset.UTC) : null);
    }

    private String plan(ListTasksRequest request, @Nullable TaskCursor after, @Nullable ListTag seen) {
        TaskListQuery.Statement statement = TaskListQuery.statement(this.owner, request, scope(request), after, seen);
        return String.join("\n", this.jdbc.sql("explain (analyze, costs off, timing off) " + statement.sql())
                .params(statement.parameters()).query(String.class).list());
    }

}

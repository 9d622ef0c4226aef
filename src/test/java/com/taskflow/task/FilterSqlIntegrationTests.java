package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.persistence.Instants;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random filters find in PostgreSQL what a naive evaluator finds. A filter is made together with its meaning, a predicate
 * that knows neither the parser nor SQL; half of the values are absent somewhere.
 */
@FullStackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterSqlIntegrationTests {

    private static final int FILTERS = 600;

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private static final Instant NOW = Instant.parse("2018-11-04T02:30:00Z");

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);

    private final JdbcClient jdbc;

    private final Random random = new Random(5);

    private final List<Row> rows = new ArrayList<>();

    private UUID owner = new UUID(0, 0);

    FilterSqlIntegrationTests(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID id, String status, int priority, String title, @Nullable String description,
            @Nullable Instant due, Set<String> labels, @Nullable Instant completed) {

    }

    private record Filter(String text, Predicate<Row> meaning) {

    }

    @BeforeAll
    void readTheTasks() {
        this.owner = new TaskRowsFixture(this.jdbc).aUserWithTasks(400);
        this.jdbc.sql("""
                update task set description = case when seq % 3 = 0 then 'x' end, due_date = date '2018-11-04',
                    labels = (array['{}', '{a}', '{b}', '{a,b}', '{a,b,c}'])[1 + seq % 5]::text[],
                    due_at = timestamptz '2018-11-04 03:00Z' + (seq % 41 - 20) * interval '3 hours'
                where user_id = ?""").param(this.owner).update();
        this.jdbc.sql("update task set due_at = null, due_date = null where user_id = ? and seq % 4 = 0")
                .param(this.owner).update();
        this.jdbc.sql("select * from task where user_id = ?").param(this.owner).query((row) -> {
            this.rows.add(new Row(row.getObject("id", UUID.class), row.getString("status"),
                    row.getInt("priority_order"), row.getString("title_folded"), row.getString("description"),
                    Instants.of(row, "due_at"), Set.of((String[]) row.getArray("labels").getArray()),
                    Instants.of(row, "completed_at")));
        });
    }

    @Test
    void findsWhatTheNaiveEvaluatorFinds() {
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = any(4);

            assertThat(find(filter.text())).as(filter.text()).isEqualTo(evaluate(filter.meaning()));
        }
    }

    private Set<UUID> find(String text) {
        FilterSql.Condition condition = Objects.requireNonNull(TaskFilter.of(text)).at(NOW, ZONE);
        List<Object> parameters = new ArrayList<>(List.of(this.owner));
        parameters.addAll(condition.parameters());
        return new HashSet<>(this.jdbc.sql("select id from task where user_id = ? and (" + condition.sql() + ")")
                .params(parameters).query(UUID.class).list());
    }

    private Set<UUID> evaluate(Predicate<Row> meaning) {
        Set<UUID> found = new HashSet<>();
        this.rows.stream().filter(meaning).map(Row::id).forEach(found::add);
        return found;
    }

    private Filter any(int depth) {
        return switch (this.random.nextInt((depth > 0) ? 10 : 7)) {
            case 0 -> status();
            case 1 -> priority();
            case 2 -> title();
            case 3, 4 -> time("due", Row::due);
            case 5 -> this.random.nextBoolean() ? labels() : time("completedAt", Row::completed);
            case 6 -> absent();
            case 7 -> {
                Filter inner = any(depth - 1);
                yield new Filter("not (" + inner.text() + ")", inner.meaning().negate());
            }
            default -> {
                Filter left = any(depth - 1);
                Filter right = any(depth - 1);
                boolean and = this.random.nextBoolean();
                yield new Filter("(%s) %s (%s)".formatted(left.text(), and ? "and" : "OR", right.text()),
                        and ? left.meaning().and(right.meaning()) : left.meaning().or(right.meaning()));
            }
        };
    }

    private Filter status() {
        return switch (this.random.nextInt(3)) {
            case 0 -> new Filter("status = done", (row) -> row.status().equals("done"));
            case 1 -> new Filter("status != in_progress", (row) -> !row.status().equals("in_progress"));
            default -> new Filter("status not in (todo, done)", (row) -> row.status().equals("in_progress"));
        };
    }

    private Filter priority() {
        int bound = this.random.nextInt(4);
        String operator = operator();
        return new Filter("priority %s %s".formatted(operator, List.of("low", "medium", "high", "urgent").get(bound)),
                (row) -> holds(operator, Integer.compare(row.priority(), bound)));
    }

    private Filter title() {
        String text = List.of("buy MILK 3", "Call", "review 100").get(this.random.nextInt(3));
        String folded = text.toLowerCase(java.util.Locale.ROOT);
        if (this.random.nextBoolean()) {
            return new Filter("title contains '%s'".formatted(text), (row) -> row.title().contains(folded));
        }
        String operator = operator();
        return new Filter("title %s \"%s\"".formatted(operator, text),
                (row) -> holds(operator, row.title().compareTo(folded)));
    }

    private Filter labels() {
        return switch (this.random.nextInt(4)) {
            case 0 -> new Filter("labels any (a, 'c')",
                    (row) -> row.labels().contains("a") || row.labels().contains("c"));
            case 1 -> new Filter("labels all (a, b)", (row) -> row.labels().containsAll(Set.of("a", "b")));
            case 2 -> new Filter("labels none (a)", (row) -> !row.labels().contains("a"));
            default -> new Filter("labels is null", (row) -> row.labels().isEmpty());
        };
    }

    private Filter absent() {
        return switch (this.random.nextInt(3)) {
            case 0 -> new Filter("due is null", (row) -> row.due() == null);
            case 1 -> new Filter("description is not null", (row) -> row.description() != null);
            default -> new Filter("completedAt is null", (row) -> row.completed() == null);
        };
    }

    private Filter time(String field, Function<Row, @Nullable Instant> value) {
        String operator = operator();
        if (this.random.nextInt(3) == 0) {
            Instant bound = NOW.truncatedTo(ChronoUnit.MINUTES).plus(this.random.nextInt(9) - 4, ChronoUnit.HOURS);
            boolean now = this.random.nextBoolean();
            return new Filter("%s %s %s".formatted(field, operator, now ? "now" : bound),
                    (row) -> settled(operator, value.apply(row), (at) -> at.compareTo(now ? NOW : bound)));
        }
        int days = this.random.nextInt(7) - 3;
        LocalDate day = TODAY.plusDays(days);
        return new Filter("%s %s today %+dd".formatted(field, operator, days),
                (row) -> settled(operator, value.apply(row),
                        (at) -> LocalDate.ofInstant(at, ZONE).compareTo(day)));
    }

    /** Absent is neither less nor equal nor more; unequal is the complement of equal. */
    private static boolean settled(String operator, @Nullable Instant value, Function<Instant, Integer> comparison) {
        return (value != null) ? holds(operator, comparison.apply(value)) : operator.equals("!=");
    }

    private static boolean holds(String operator, int comparison) {
        return switch (operator) {
            case "=" -> comparison == 0;
            case "!=" -> comparison != 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            default -> comparison >= 0;
        };
    }

    private String operator() {
        return List.of("=", "!=", "<", "<=", ">", ">=").get(this.random.nextInt(6));
    }

}

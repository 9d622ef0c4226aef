package com.taskflow.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.taskflow.task.FilterExpression.And;
import com.taskflow.task.FilterExpression.Comparison;
import com.taskflow.task.FilterExpression.Contains;
import com.taskflow.task.FilterExpression.HasLabels;
import com.taskflow.task.FilterExpression.IsNull;
import com.taskflow.task.FilterExpression.Not;
import com.taskflow.task.FilterExpression.Or;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What filters are read as, what of them is refused and where, and which instants their times mean. */
class FilterParserTests {

    private static final FilterExpression TODO = new Comparison(FilterField.STATUS, FilterOperator.EQUAL,
            TaskStatus.TODO);

    private static final FilterExpression URGENT = new Comparison(FilterField.PRIORITY, FilterOperator.EQUAL,
            TaskPriority.URGENT);

    private static final FilterExpression UNDUE = new IsNull(FilterField.DUE);

    @Test
    void bindsNotBeforeAndBeforeOr() {
        assertThat(FilterParser.parse("due is null or not status = todo and priority = urgent"))
                .isEqualTo(new Or(List.of(UNDUE, new And(List.of(new Not(TODO), URGENT)))));
        assertThat(FilterParser.parse("(due is null OR status=todo) AND NOT (priority = \"urgent\")"))
                .isEqualTo(new And(List.of(new Or(List.of(UNDUE, TODO)), new Not(URGENT))));
    }

    @Test
    void readsEveryKindOfCondition() {
        assertThat(FilterParser.parse("status != todo")).isEqualTo(new Not(TODO));
        assertThat(FilterParser.parse("status not in (todo)")).isEqualTo(new Not(new Or(List.of(TODO))));
        assertThat(FilterParser.parse("due is not null")).isEqualTo(new Not(UNDUE));
        assertThat(FilterParser.parse("title contains 'it\\'s \"x\"'"))
                .isEqualTo(new Contains(FilterField.TITLE, "it's \"x\""));
        assertThat(FilterParser.parse("labels all (home, 'at work')"))
                .isEqualTo(new HasLabels(true, List.of("home", "at work")));
        assertThat(FilterParser.parse("labels none (home)"))
                .isEqualTo(new Not(new HasLabels(false, List.of("home"))));
        assertThat(FilterParser.parse("parentId = 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"))
                .isEqualTo(new Comparison(FilterField.PARENT_ID, FilterOperator.EQUAL,
                        UUID.fromString("019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "e\u0301", "B\u00fcro", "a1_b", "2026", "7d", "1a", "\u65e5\u672c",
        "\u0939\u093f\u0928"})
    void takesLabelsOfLettersMarksAndDigitsWithoutQuotes(String label) {
        assertThat(FilterParser.parse("labels any (" + label + ", \"x\")"))
                .isEqualTo(new HasLabels(false, List.of(label, "x")));
        assertThatThrownBy(() -> FilterParser.parse("labels any (" + label + " x)"))
                .isInstanceOf(FilterException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"``|1|field", "status|7|comparison",
        "status =|9|todo", "status = Todo|10|todo", "status < todo|8|in", "state = todo|1|field",
        "status = todo and|18|field", "(status = todo|15|)", "status = todo)|14|end", "priority in ()|14|low",
        "priority in (low|17|)", "due = soon|7|date", "due = 2026-02-30|7|no such day",
        "due < 0000-01-01|7|no such day", "due < 0000-12-31T23:00:00Z|7|no such day", "title = rent|9|quotes",
        "title contains|15|quotes", "labels = 'x'|8|any", "labels any home|12|(", "description = 'x'|13|is null",
        "status is null|1|always", "due is|7|null", "due not 2026-01-01|9|in", "status = todo; drop|14|nothing",
        "title = 'x|9|nothing", "parentId = 1|12|id", "\uD83D\uDE00|1|nothing",
        "title = '\uD83D\uDE00' x|13|end"})
    void saysWhereAFilterGoesWrong(String filter, int position, String message) {
        assertThatThrownBy(() -> FilterParser.parse(filter)).isInstanceOf(FilterException.class)
                .hasMessageStartingWith("position " + position + ": ").hasMessageContaining(message);
    }

    @Test
    void limitsDepthAndNumberOfValues() {
        String deepest = "(".repeat(20) + "due is null" + ")".repeat(20);
        String many = "priority in (" + "low,".repeat(50) + "low)";

        assertThat(FilterParser.parse(deepest)).isEqualTo(UNDUE);
        assertThatThrownBy(() -> FilterParser.parse("(" + deepest + ")")).hasMessageContaining("20 levels");
        assertThatThrownBy(() -> FilterParser.parse("not ".repeat(30) + "due is null"))
                .hasMessageContaining("20 levels");
        assertThatThrownBy(() -> FilterParser.parse(many)).hasMessageContaining("50 at most");
    }

    @ParameterizedTest
    @CsvSource({"today, 2026-11-21T11:00:00Z, 2026-11-22T11:00:00Z",
        "tomorrow, 2026-11-22T11:00:00Z, 2026-11-23T11:00:00Z", "+7d, 2026-11-28T11:00:00Z, 2026-11-29T11:00:00Z",
        "7d, 2026-11-28T11:00:00Z, 2026-11-29T11:00:00Z", "-1w, 2026-11-14T11:00:00Z, 2026-11-15T11:00:00Z",
        "startOfWeek, 2026-11-15T11:00:00Z, 2026-11-16T11:00:00Z",
        "startOfWeek + 1w, 2026-11-22T11:00:00Z, 2026-11-23T11:00:00Z",
        "startOfMonth+1m, 2026-11-30T11:00:00Z, 2026-12-01T11:00:00Z", "now, 2026-11-22T10:30:00Z,",
        "+2h, 2026-11-22T12:30:00Z,", "today + 9h, 2026-11-21T20:00:00Z,",
        "2026-12-01, 2026-11-30T11:00:00Z, 2026-12-01T11:00:00Z",
        "2026-12-01T10:00:00+01:00, 2026-12-01T09:00:00Z,"})
    void countsDaysWhereTheOwnerIs(String text, Instant from, @Nullable Instant to) {
        FilterTime time = (FilterTime) ((Comparison) FilterParser.parse("due < " + text)).value();

        FilterTime.Span span = time.resolve(Instant.parse("2026-11-22T10:30:00Z"), ZoneId.of("Pacific/Auckland"));

        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to()).isEqualTo((to != null) ? to : from);
    }

    @Test
    void makesDaysAsLongAsTheyAre() {
        FilterTime day = FilterTime.of(LocalDate.parse("2027-03-28"));

        FilterTime.Span span = day.resolve(Instant.EPOCH, ZoneId.of("Europe/Berlin"));

        assertThat(span.from()).isEqualTo("2027-03-27T23:00:00Z");
        assertThat(span.to()).isEqualTo("2027-03-28T22:00:00Z");
    }

}

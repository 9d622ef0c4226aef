package com.taskflow.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import com.taskflow.task.FilterExpression.And;
import com.taskflow.task.FilterExpression.Comparison;
import com.taskflow.task.FilterExpression.Contains;
import com.taskflow.task.FilterExpression.HasLabels;
import com.taskflow.task.FilterExpression.IsNull;
import com.taskflow.task.FilterExpression.Not;
import com.taskflow.task.FilterExpression.Or;

/**
 * Makes a condition on the table of tasks of a filter: SQL of this class's own pieces, and what the client gave as
 * parameters. A condition on a column that may be null says so beside it; then nothing is ever unknown, under
 * {@code not} either, and an index on the column can still be used.
 */
final class FilterSql {

    private final StringBuilder sql = new StringBuilder();

    private final List<Object> parameters = new ArrayList<>();

    private final Instant now;

    private final ZoneId zone;

    private FilterSql(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A condition and its parameters in order. */
    record Condition(String sql, List<Object> parameters) {

    }

    /** @param zone where the owner's days begin */
    static Condition of(FilterExpression expression, Instant now, ZoneId zone) {
        FilterSql compiler = new FilterSql(now, zone);
        compiler.add(expression);
        return new Condition(compiler.sql.toString(), compiler.parameters);
    }

    private void add(FilterExpression expression) {
        switch (expression) {
            case And and -> join(and.parts(), " and ");
            case Or or -> join(or.parts(), " or ");
            case Not not -> {
                this.sql.append("not ");
                join(List.of(not.negated()), "");
            }
            case Comparison comparison -> compare(comparison);
            case Contains contains -> add("strpos(title_folded, ?) > 0", TitleFolding.fold(contains.text()));
            case IsNull isNull -> this.sql.append((isNull.field() == FilterField.LABELS)
                    ? "labels = '{}'"
                    : isNull.field().column() + " is null");
            case HasLabels has -> add("labels %s ?::text[]".formatted(has.all() ? "@>" : "&&"),
                    has.labels().toArray(String[]::new));
        }
    }

    private void join(List<FilterExpression> parts, String separator) {
        this.sql.append('(');
        for (Iterator<FilterExpression> rest = parts.iterator(); rest.hasNext();) {
            add(rest.next());
            this.sql.append(rest.hasNext() ? separator : "");
        }
        this.sql.append(')');
    }

    private void compare(Comparison comparison) {
        FilterField field = comparison.field();
        String operator = comparison.operator().symbol();
        this.sql.append(field.isNullable() ? "(%s is not null and ".formatted(field.column()) : "");
        switch (comparison.value()) {
            case TaskStatus status -> add("status = ?", status.wireName());
            case TaskPriority priority when operator.equals("=") -> add("priority = ?", priority.wireName());
            case TaskPriority priority -> add("priority_order %s ?".formatted(operator), priority.order());
            case String text -> add("title_folded %s ?".formatted(operator), TitleFolding.fold(text));
            case UUID id -> add("parent_id = ?", id);
            case FilterTime time -> compare(field.column(), comparison.operator(), time.resolve(this.now, this.zone));
            default -> throw new IllegalStateException("No field has values like " + comparison.value().getClass());
        }
        this.sql.append(field.isNullable() ? ")" : "");
    }

    private void compare(String column, FilterOperator operator, FilterTime.Span span) {
        if (span.isInstant()) {
            add(column + " " + operator.symbol() + " ?", at(span.from()));
            return;
        }
        switch (operator) {
            case LESS -> add(column + " < ?", at(span.from()));
            case LESS_OR_EQUAL -> add(column + " < ?", at(span.to()));
            case GREATER -> add(column + " >= ?", at(span.to()));
            case GREATER_OR_EQUAL -> add(column + " >= ?", at(span.from()));
            case EQUAL, NOT_EQUAL -> {
                add("(" + column + " >= ?", at(span.from()));
                add(" and " + column + " < ?)", at(span.to()));
            }
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void add(String condition, Object parameter) {
        this.sql.append(condition);
        this.parameters.add(parameter);
    }

}

package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.taskflow.task.FilterExpression.And;
import com.taskflow.task.FilterExpression.Comparison;
import com.taskflow.task.FilterExpression.Contains;
import com.taskflow.task.FilterExpression.HasLabels;
import com.taskflow.task.FilterExpression.IsNull;
import com.taskflow.task.FilterExpression.Not;
import com.taskflow.task.FilterExpression.Or;
import com.taskflow.task.FilterToken.Kind;

/**
 * Reads filters by recursive descent, one method a rule of the grammar in docs/api/filters.md. {@code or} binds least,
 * then {@code and}, then {@code not}.
 */
final class FilterParser {

    private static final int DEEPEST = 20;

    private static final int MOST_VALUES = 50;

    private final List<FilterToken> tokens;

    private int next;

    private int depth;

    private int values;

    private FilterParser(String text) {
        this.tokens = FilterLexer.tokens(text);
    }

    /** @throws FilterException saying where it went wrong, also when there are too many or too deeply nested conditions */
    static FilterExpression parse(String text) {
        FilterParser parser = new FilterParser(text);
        FilterExpression expression = parser.or();
        parser.expect(Kind.END, "expected \"and\", \"or\" or the end");
        return expression;
    }

    private FilterExpression or() {
        List<FilterExpression> parts = separated("or", this::and);
        return (parts.size() == 1) ? parts.getFirst() : new Or(parts);
    }

    private FilterExpression and() {
        List<FilterExpression> parts = separated("and", this::not);
        return (parts.size() == 1) ? parts.getFirst() : new And(parts);
    }

    private List<FilterExpression> separated(String keyword, Supplier<FilterExpression> part) {
        List<FilterExpression> parts = new ArrayList<>(List.of(part.get()));
        while (accept(keyword)) {
            parts.add(part.get());
        }
        return parts;
    }

    private FilterExpression not() {
        // What stands inside of the levels is not one itself.
        if (this.depth++ > DEEPEST) {
            throw error("nests too deeply: %d levels at most".formatted(DEEPEST));
        }
        FilterExpression expression;
        if (accept("not")) {
            expression = new Not(not());
        } else if (accept(Kind.OPEN)) {
            expression = or();
            expect(Kind.CLOSE, "expected \")\"");
        } else {
            expression = condition();
        }
        this.depth--;
        return expression;
    }

    private FilterExpression condition() {
        FilterToken name = peek();
        FilterField field = FilterField.named(name.is(Kind.WORD) ? name.text() : "")
                .orElseThrow(() -> error("expected a field, \"not\" or \"(\""));
        this.next++;
        if (accept("is")) {
            return isNull(field, name);
        }
        return switch (field.kind()) {
            case PRESENCE -> throw error("this field can only be compared by \"is null\"");
            case LABELS -> labels();
            default -> compared(field);
        };
    }

    private FilterExpression isNull(FilterField field, FilterToken name) {
        boolean negated = accept("not");
        if (!accept("null")) {
            throw error("expected \"null\"");
        }
        if (!field.isNullable() && field != FilterField.LABELS) {
            throw new FilterException(name.position(), "this field always has a value");
        }
        count();
        return negated ? new Not(new IsNull(field)) : new IsNull(field);
    }

    private FilterExpression labels() {
        if (accept("any")) {
            return new HasLabels(false, list(this::label));
        }
        if (accept("all")) {
            return new HasLabels(true, list(this::label));
        }
        if (accept("none")) {
            return new Not(new HasLabels(false, list(this::label)));
        }
        throw error("expected \"any\", \"all\", \"none\" or \"is\"");
    }

    private FilterExpression compared(FilterField field) {
        if (accept("contains")) {
            if (field.kind() != FilterField.Kind.TEXT) {
                throw error("only texts can contain something");
            }
            return new Contains(field, text());
        }
        boolean negated = accept("not");
        if (accept("in")) {
            FilterExpression in = new Or(list(() -> new Comparison(field, FilterOperator.EQUAL, value(field))));
            return negated ? new Not(in) : in;
        }
        FilterToken symbol = peek();
        if (negated || !symbol.is(Kind.OPERATOR)) {
            throw error("expected " + (negated ? "\"in\"" : "a comparison, \"in\" or \"is\""));
        }
        FilterOperator operator = FilterOperator.of(symbol.text());
        if (!operator.isEquality() && !field.isOrdered()) {
            throw error("this field is compared by \"=\", \"!=\" and \"in\" only");
        }
        this.next++;
        Object value = value(field);
        return (operator == FilterOperator.NOT_EQUAL)
                ? new Not(new Comparison(field, FilterOperator.EQUAL, value))
                : new Comparison(field, operator, value);
    }

    private Object value(FilterField field) {
        count();
        FilterToken token = peek();
        Object value = FilterValues.read(field.kind(), token);
        this.next++;
        return (value instanceof FilterTime time && peek().is(Kind.OFFSET) && !token.is(Kind.OFFSET))
                ? FilterValues.move(time, this.tokens.get(this.next++))
                : value;
    }

    private String text() {
        count();
        FilterToken token = peek();
        if (!token.is(Kind.TEXT) && !token.is(Kind.WORD)) {
            throw error("expected a text in quotes");
        }
        this.next++;
        return token.text();
    }

    /** Also one that would be an offset elsewhere, like {@code 7d}. */
    private String label() {
        if (!peek().is(Kind.OFFSET) || !Character.isDigit(peek().text().charAt(0))) {
            return text();
        }
        count();
        return this.tokens.get(this.next++).text();
    }

    private <T> List<T> list(Supplier<T> element) {
        expect(Kind.OPEN, "expected \"(\"");
        List<T> elements = new ArrayList<>(List.of(element.get()));
        while (accept(Kind.COMMA)) {
            elements.add(element.get());
        }
        expect(Kind.CLOSE, "expected \",\" or \")\"");
        return elements;
    }

    private void count() {
        if (++this.values > MOST_VALUES) {
            throw error("has too many values: %d at most".formatted(MOST_VALUES));
        }
    }

    private FilterToken peek() {
        return this.tokens.get(this.next);
    }

    private boolean accept(String keyword) {
        boolean found = peek().is(keyword);
        this.next += found ? 1 : 0;
        return found;
    }

    private boolean accept(Kind kind) {
        boolean found = peek().is(kind);
        this.next += found ? 1 : 0;
        return found;
    }

    private void expect(Kind kind, String message) {
        if (!peek().is(kind)) {
            throw error(message);
        }
        this.next++;
    }

    private FilterException error(String message) {
        return new FilterException(peek().position(), message);
    }

}

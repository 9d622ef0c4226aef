package com.taskflow.task;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import com.taskflow.platform.web.WireName;
import com.taskflow.task.FilterTime.Base;
import com.taskflow.task.FilterToken.Kind;

/** Reads the values of filters, each as its field takes it. */
final class FilterValues {

    private static final Map<String, Base> BASES = Map.of("now", Base.NOW, "today", Base.TODAY, "tomorrow",
            Base.TOMORROW, "yesterday", Base.YESTERDAY, "startOfWeek", Base.START_OF_WEEK, "startOfMonth",
            Base.START_OF_MONTH);

    private FilterValues() {}

    /** @throws FilterException when the token is none of this kind's values */
    static Object read(FilterField.Kind kind, FilterToken token) {
        return switch (kind) {
            case STATUS -> constant(TaskStatus.class, token, "expected todo, in_progress or done");
            case PRIORITY -> constant(TaskPriority.class, token, "expected low, medium, high or urgent");
            case TIME -> time(token);
            case ID -> id(token);
            case TEXT -> text(token);
            case LABELS, PRESENCE -> throw new IllegalStateException("Fields of this kind are not compared");
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, FilterToken token, String expected) {
        try {
            return WireName.parse(type, (token.is(Kind.WORD) || token.is(Kind.TEXT)) ? token.text() : "");
        } catch (IllegalArgumentException ex) {
            throw new FilterException(token.position(), expected);
        }
    }

    private static String text(FilterToken token) {
        if (!token.is(Kind.TEXT)) {
            throw new FilterException(token.position(), "expected a text in quotes");
        }
        return token.text();
    }

    private static UUID id(FilterToken token) {
        if (!token.is(Kind.UUID)) {
            throw new FilterException(token.position(), "expected an id");
        }
        return UUID.fromString(token.text());
    }

    private static FilterTime time(FilterToken token) {
        if (token.is(Kind.OFFSET)) {
            return move(FilterTime.of(token.text().endsWith("h") ? Base.NOW : Base.TODAY), token);
        }
        if (token.is(Kind.WORD) && BASES.containsKey(token.text())) {
            return FilterTime.of(BASES.get(token.text()));
        }
        if (token.is(Kind.DATE) || token.is(Kind.DATE_TIME)) {
            return given(token);
        }
        throw new FilterException(token.position(), "expected a date, a date-time, \"today\" or the like");
    }

    private static FilterTime given(FilterToken token) {
        try {
            TimeBound bound = TimeBound.valueOf(token.text());
            LocalDate date = bound.date();
            return (date != null) ? FilterTime.of(date) : FilterTime.of(bound.in(ZoneOffset.UTC));
        } catch (IllegalArgumentException ex) {
            throw new FilterException(token.position(), "there is no such day or time");
        }
    }

    /** @param offset like {@code +7d}; without a sign it is plus, as an unescaped plus in an address is a space */
    static FilterTime move(FilterTime time, FilterToken offset) {
        String text = offset.text().replace(" ", "");
        int amount = Integer.parseInt(text.substring(0, text.length() - 1));
        ChronoUnit unit = switch (text.charAt(text.length() - 1)) {
            case 'h' -> ChronoUnit.HOURS;
            case 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            default -> ChronoUnit.MONTHS;
        };
        return time.plus(amount, unit);
    }

}

package com.taskflow.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads values that have one spelling each, in JSON as in a query. */
final class ExactValues {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4).appendPattern("-MM-dd").toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** RFC 3339 §5.6, with four digits for the year and the second always there. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DATE).appendPattern("'T'HH:mm:ss").optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd().appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

    private ExactValues() {}

    /** @throws IllegalArgumentException unless it is the canonical spelling, in lower case */
    static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("Not the canonical spelling of a UUID");
        }
        return id;
    }

    /** @throws DateTimeException unless it is a day of the years 1 to 9999, as {@link StorableTime} has them */
    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text, DATE);
        if (date.getYear() == 0) {
            throw new DateTimeException("There is no year 0");
        }
        return date;
    }

    /** @throws DateTimeException unless it is hours and minutes */
    static LocalTime time(String text) {
        return LocalTime.parse(text, TIME);
    }

    /** @throws DateTimeException unless it is a date-time of RFC 3339 */
    static Instant instant(String text) {
        return OffsetDateTime.parse(text, DATE_TIME).toInstant();
    }

    /** Decimal digits alone: Spring would also read hexadecimal, blanks and digits of other scripts. */
    static Integer integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a number in decimal digits");
        }
        return Integer.valueOf(text);
    }

}

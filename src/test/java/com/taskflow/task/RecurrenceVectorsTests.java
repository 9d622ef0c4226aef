package com.taskflow.task;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The cases that rrule.js is tested with: those of the profile must match, all others must be refused. */
class RecurrenceVectorsTests {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private static final Pattern PLAIN = Pattern
            .compile("DTSTART(?:;TZID=([^:]+))?:(\\d{8}T\\d{6})Z?\nRRULE:([^\n]+)");

    /** Written without looking at the implementation: sub-daily and week or year-day parts, and what the RFC forbids. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "HOURLY|MINUTELY|SECONDLY|BYHOUR|BYMINUTE|BYSECOND|BYWEEKNO|BYYEARDAY|BYEASTER|COUNT=.*UNTIL="
                    + "|(DAILY|WEEKLY).*BYDAY=[^;]*\\d|WEEKLY.*BYMONTHDAY|^((?!BYDAY|BYMONTH).)*BYSETPOS");

    /** One case of the file; its sets have several rules or lists of dates, which tasks do not have. */
    record Vector(String name, String rule, String method, List<String> args, List<String> expected) {

        private Matcher plain() {
            return PLAIN.matcher(this.rule);
        }

        boolean isOfTheProfile() {
            Matcher plain = plain();
            return plain.matches() && !OUTSIDE.matcher(plain.group(3)).find();
        }

        @Override
        public String toString() {
            return this.method + " " + this.rule.replace('\n', ' ');
        }

    }

    static Stream<Vector> vectors() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RecurrenceVectorsTests.class.getResourceAsStream("rrule-vectors.json"))) {
            return JsonMapper.shared().readTree(file).valueStream().map(RecurrenceVectorsTests::vector).toList()
                    .stream();
        }
    }

    private static Vector vector(JsonNode node) {
        return new Vector(node.path("name").asString(), node.path("rule").asString(), node.path("method").asString(),
                node.path("args").valueStream().map(JsonNode::asString).toList(),
                node.path("expected").valueStream().map(JsonNode::asString).toList());
    }

    static Stream<Vector> inside() throws IOException {
        return vectors().filter(Vector::isOfTheProfile);
    }

    static Stream<Vector> outside() throws IOException {
        return vectors().filter((vector) -> !vector.isOfTheProfile() && vector.plain().matches());
    }

    static Stream<Vector> sets() throws IOException {
        return vectors().filter((vector) -> !vector.plain().matches());
    }

    @ParameterizedTest
    @MethodSource("inside")
    void givesTheExpectedDates(Vector vector) {
        Matcher plain = vector.plain();
        assertThat(plain.matches()).isTrue();
        LocalDateTime start = LocalDateTime.parse(plain.group(2), LOCAL);
        String zone = (plain.group(1) != null) ? plain.group(1) : "UTC";
        RecurrenceSeries series = new RecurrenceSeries(RecurrenceRule.parse(plain.group(3)),
                new Due(start.toLocalDate(), start.toLocalTime(), zone), ZoneId.of("Asia/Tokyo"));

        List<String> found = select(vector, series.from(start.toLocalDate())
                .map((due) -> LocalDateTime.ofInstant(due.at(ZoneOffset.UTC), ZoneOffset.UTC)));

        assertThat(found).isEqualTo(vector.expected());
    }

    /** What the vector's method asks of the whole series. */
    private static List<String> select(Vector vector, Stream<LocalDateTime> all) {
        boolean included = vector.args().contains("true");
        List<LocalDateTime> bounds = vector.args().stream().filter((arg) -> arg.length() > 5)
                .map((arg) -> LocalDateTime.parse(arg, LOCAL)).toList();
        Stream<LocalDateTime> found = switch (vector.method()) {
            case "before" -> all.takeWhile((at) -> before(at, bounds.getFirst(), included)).reduce((_, b) -> b)
                    .stream();
            case "after" -> all.filter((at) -> before(bounds.getFirst(), at, included)).limit(1);
            case "between" -> all.filter((at) -> before(bounds.getFirst(), at, included))
                    .takeWhile((at) -> before(at, bounds.get(1), included));
            default -> all;
        };
        return found.map(LOCAL::format).toList();
    }

    private static boolean before(LocalDateTime a, LocalDateTime b, boolean included) {
        return a.isBefore(b) || (included && a.equals(b));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void refusesWhatIsNotOfTheProfile(Vector vector) {
        Matcher plain = vector.plain();
        assertThat(plain.matches()).isTrue();

        assertThatThrownBy(() -> RecurrenceRule.parse(plain.group(3))).isInstanceOf(RecurrenceRuleException.class)
                .message().containsPattern("FREQ|BY[A-Z]+|COUNT and UNTIL");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void refusesSets(Vector vector) {
        assertThatThrownBy(() -> RecurrenceRule.parse(vector.rule())).isInstanceOf(RecurrenceRuleException.class);
    }

}

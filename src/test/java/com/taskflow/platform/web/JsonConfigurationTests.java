package com.taskflow.platform.web;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which spellings values have in JSON. */
class JsonConfigurationTests {

    private final JsonMapper json = mapper();

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        JsonConfiguration.customize(builder);
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T08:30:00Z,2026-11-22T08:30:00Z", "2026-11-22t08:30:00z,2026-11-22T08:30:00Z",
        "2026-11-22T08:30:00.123Z,2026-11-22T08:30:00.123Z",
        "2026-11-22T08:30:00.123456789Z,2026-11-22T08:30:00.123456789Z",
        "2026-11-22T08:30:00.5+01:00,2026-11-22T07:30:00.500Z", "0001-01-01T00:00:00-00:00,0001-01-01T00:00:00Z"})
    void readsInstantsAsRfc3339HasThem(String text, Instant instant) {
        assertThat(this.json.readValue('"' + text + '"', Instant.class)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "-1", "0", "\"1\"", "\"1700000000\"", "\"1.5\"", "\"\"", "\" \"", "true", "[]",
        "\"2027-01-01T24:00:00Z\"", "\"2027-02-30T00:00:00Z\"", "\"2027-01-01T00:00:60Z\"", "\"2027-01-01T00:00Z\"",
        "\"2027-01-01\"", "\"2027-01-01T00:00:00\"", "\"2027-01-01T00:00:00+01\"", "\"2027-01-01 00:00:00Z\"",
        "\"+12027-01-01T00:00:00Z\"", "\" 2027-01-01T00:00:00Z\"", "\"2027-01-01T00:00:00Z[UTC]\""})
    void refusesWhatIsNoInstant(String value) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> this.json.readValue(value, Instant.class));
    }

    @ParameterizedTest
    @CsvSource({"+10000-01-01T07:59:00Z,9999-12-31T23:59:59.999Z", "0000-12-31T14:00:00Z,0001-01-01T00:00:00.000Z",
        "0001-01-01T00:00:00Z,0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z"})
    void writesInstantsWithFourDigitsForTheYear(Instant instant, String text) {
        assertThat(this.json.writeValueAsString(instant)).isEqualTo('"' + text + '"');
    }

}

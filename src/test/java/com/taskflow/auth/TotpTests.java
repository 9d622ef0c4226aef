package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes against the test vectors of RFC 6238, and the steps they count for. */
class TotpTests {

    /** The key of RFC 6238 appendix B for SHA-1. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final String CODE = "050471";

    private static final long STEP = 1_111_111_111 / 30;

    /** Appendix B has eight digits; six are the last of them (RFC 4226 §5.3). */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
        "2000000000, 69279037", "20000000000, 65353130"})
    void knowsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.stepOf(SECRET, code.substring(2), 0, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void takesTheStepBeforeAndTheStepAfter(long stepsAway, boolean taken) {
        Instant now = Instant.ofEpochSecond((STEP + stepsAway) * 30);

        assertThat(Totp.stepOf(SECRET, CODE, 0, now).isPresent()).isEqualTo(taken);
        assertThat(Totp.stepOf(SECRET, CODE, 0, now.plusSeconds(29)).isPresent()).isEqualTo(taken);
    }

    @Test
    void takesNoStepTwiceAndNoneBeforeIt() {
        Instant now = Instant.ofEpochSecond(STEP * 30);

        assertThat(Totp.stepOf(SECRET, CODE, STEP - 1, now)).hasValue(STEP);
        assertThat(Totp.stepOf(SECRET, CODE, STEP, now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, CODE, STEP + 1, now)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50471", "0050471", "050472", "-50471", "٠٥٠٤٧١", "050471\u0000"})
    void takesNothingElse(String code) {
        assertThat(Totp.stepOf(SECRET, code, 0, Instant.ofEpochSecond(STEP * 30))).isEmpty();
    }

    @Test
    void makesSecretsOfTheRecommendedLength() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }

}

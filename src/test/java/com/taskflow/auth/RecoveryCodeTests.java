package com.taskflow.auth;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Recovery codes: how they look, and how they may be typed. */
class RecoveryCodeTests {

    private static final UUID USER = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void areTenDifferentOnes() {
        List<RecoveryCode> codes = RecoveryCode.next();

        assertThat(new HashSet<>(codes)).hasSize(10);
        assertThat(codes).allSatisfy((code) -> assertThat(code.text()).matches("[a-z2-7]{4}(-[a-z2-7]{4}){5}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-IJKL-2345", "abcdefghijkl2345", " abcd efgh ijkl 2345 "})
    void areTheSameHoweverTheyAreTyped(String typed) {
        assertThat(new RecoveryCode(typed).digest(USER))
                .isEqualTo(new RecoveryCode("abcd-efgh-ijkl-2345").digest(USER));
    }

    @Test
    void areStoredForOneUserAlone() {
        RecoveryCode code = new RecoveryCode("abcd-efgh-ijkl-2345");

        assertThat(code.digest(USER)).isNotEqualTo(code.digest(UUID.randomUUID())).doesNotContain("abcd");
        assertThat(code.toString()).doesNotContain("abcd");
    }

}

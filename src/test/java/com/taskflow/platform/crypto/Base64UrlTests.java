package com.taskflow.platform.crypto;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class Base64UrlTests {

    @Test
    void readsWhatItWrote() {
        byte[] bytes = {-1, -17, 0, 1};

        assertThat(Base64Url.encode(bytes)).isEqualTo("_-8AAQ");
        assertThat(Base64Url.decode("_-8AAQ")).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_-8AAQ==", "_-8AAR", "/+8AAQ", "_-8AA", "_-8A AQ", "ä"})
    void refusesEveryOtherSpelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Base64Url.decode(text));
    }

}

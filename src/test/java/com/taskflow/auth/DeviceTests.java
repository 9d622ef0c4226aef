package com.taskflow.auth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTests {

    @ParameterizedTest
    @CsvSource({"203.0.113.77, 203.0.113.0", "127.0.0.1, 127.0.0.0", "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0",
        "::ffff:203.0.113.77, 203.0.113.0", "::1, 0:0:0:0:0:0:0:0"})
    void cutsOffTheLastPartOfAnAddress(String address, String network) {
        assertThat(Device.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "1.2.3.4.5", "203.0.113.77:1234", "_hidden"})
    void keepsNothingThatIsNoAddress(String address) {
        assertThat(Device.network(address)).isNull();
    }

    @Test
    void keepsTheUserAgentShortAndPrintable() {
        assertThat(Device.userAgent("Mozilla/5.0\r\n\u0007 (X11)\u0085")).isEqualTo("Mozilla/5.0 (X11)");
        assertThat(Device.userAgent("🦊".repeat(300))).isEqualTo("🦊".repeat(255));
        assertThat(Device.userAgent(" \t ")).isNull();
        assertThat(Device.userAgent(null)).isNull();
    }

}

package com.taskflow.platform.ratelimit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1", "::ffff:192.0.2.1, 192.0.2.1", "0:0:0:0:0:ffff:c000:201, 192.0.2.1",
        "2001:db8:1:2::1, 20010db800010002", "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
        "2001:DB8:1:3::1, 20010db800010003", "::1, 0000000000000000", "example.org, unknown", "'', unknown",
        "192.0.2.1:8080, unknown", "unknown, unknown"})
    void countsAddressOrItsNetwork(String address, String key) {
        assertThat(ClientAddress.key(address)).isEqualTo(key);
    }

}

package com.taskflow.platform.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TomcatConfigurationTests {

    @Test
    void takesAddressesAndRanges() {
        assertThat(TomcatConfiguration.forwardedHeaders(List.of("10.0.0.0/8", " 192.0.2.7 ", "::1"))
                .getInternalProxies()).contains("10.0.0.0/8", "192.0.2.7", "/128").doesNotContain("172.16", "192.168");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10\\..*", "10.0.0.0/99", "localhost", "localhost/32", "*", "", "/8"})
    void refusesToStartWithAnythingElse(String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TomcatConfiguration.forwardedHeaders(List.of("10.0.0.0/8", proxy)))
                .withMessageContaining("taskflow.web.trusted-proxies");
    }

}

package com.taskflow.platform.security;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import com.taskflow.platform.web.WebProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OriginsTests {

    private final Origins origins = origins("https://App.example.com/", "http://localhost:5173");

    private static Origins origins(String... allowed) {
        return new Origins(new WebProperties(List.of(allowed), List.of(), Duration.ZERO, 1));
    }

    @ParameterizedTest
    @CsvSource({"https, api.example.com, https://api.example.com",
        "https, api.example.com:443, https://api.example.com",
        "https, API.example.com:8443, https://api.example.com:8443", "http, localhost:8080, http://localhost:8080",
        "http, localhost:80, http://localhost", "http, [::1]:8080, http://[::1]:8080",
        "https, api.example.com, https://app.example.com", "https, api.example.com, http://localhost:5173"})
    void allowsOwnAndConfiguredOrigins(String scheme, String host, String origin) {
        assertThat(this.origins.allows(request(scheme, host), origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"https, api.example.com, http://api.example.com", "https, api.example.com, https://api.example.com:444",
        "https, api.example.com, https://evil.example", "https, api.example.com, 'null'", "https, api.example.com, ''",
        "https, api.example.com, https://app.example.com.evil.example",
        "https, api.example.com, http://app.example.com",
        "http, localhost:8080, http://localhost:443"})
    void refusesEveryOther(String scheme, String host, String origin) {
        assertThat(this.origins.allows(request(scheme, host), origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "example.com", "https://*.example.com", "https://example.com/app", "ftp://example.com",
        "https://a@example.com", "https://", "null"})
    void refusesToStartWithWhatIsNoOrigin(String setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> origins(setting))
                .withMessageContaining("taskflow.web.allowed-origins").withMessageContaining(setting);
    }

    private static MockHttpServletRequest request(String scheme, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.addHeader("Host", host);
        return request;
    }

}

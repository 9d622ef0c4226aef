package com.taskflow;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code application.yaml} says where nothing else does: nobody is waited for without end, and little is open. */
class ProductionSettingsTests {

    private final PropertySource<?> settings = read();

    @ParameterizedTest
    @CsvSource({"spring.data.redis.timeout, 100ms", "spring.data.redis.connect-timeout, 500ms",
        "spring.datasource.hikari.connection-timeout, 800ms",
        "spring.datasource.hikari.data-source-properties.connectTimeout, 1s",
        "spring.datasource.hikari.data-source-properties.socketTimeout, 2s",
        "server.tomcat.connection-timeout, 10s"})
    void waitsNoLongerThan(String name, String longest) {
        String value = text(name);
        Duration set = value.endsWith("s")
                ? DurationStyle.detectAndParse(value)
                : name.contains("properties")
                        ? Duration.ofSeconds(Long.parseLong(value))
                        : Duration.ofMillis(Long.parseLong(value));

        assertThat(set).isPositive().isLessThanOrEqualTo(DurationStyle.detectAndParse(longest));
    }

    @Test
    void waitsNoLongerForTheMailServer() {
        assertThat(List.of("connectiontimeout", "timeout", "writetimeout")).allSatisfy((name) -> assertThat(
                Integer.parseInt(text("spring.mail.properties.mail.smtp." + name))).isBetween(1, 10_000));
    }

    @Test
    void opensTheManagementPortToTheMachineAlone() {
        assertThat(text("management.server.address")).isEqualTo("127.0.0.1");
        assertThat(text("management.endpoints.web.exposure.include"))
                .isEqualTo("health,info,prometheus,deadletters,flags");
    }

    @Test
    void dependsOnNothingToBeReady() {
        assertThat(text("management.endpoint.health.group.readiness.include")).isEqualTo("readinessState");
    }

    @Test
    void showsNoDocumentationAndKeepsTheConnectionLongerThanTheProxy() {
        assertThat(text("springdoc.api-docs.enabled")).isEqualTo("false");
        assertThat(text("springdoc.swagger-ui.enabled")).isEqualTo("false");
        assertThat(DurationStyle.detectAndParse(text("server.tomcat.keep-alive-timeout")))
                .isGreaterThan(Duration.ofSeconds(60));
    }

    private String text(String name) {
        return String.valueOf(this.settings.getProperty(name));
    }

    private static PropertySource<?> read() {
        try {
            return new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
                    .getFirst();
        } catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

}

package com.taskflow.auth;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class LockoutPropertiesTests {

    /** Pins the defaults: a changed one is a changed promise. */
    @Test
    void hasTheseDefaults() {
        assertThat(with(Map.of())).isEqualTo(new LockoutProperties(10, Duration.ofMinutes(15), Duration.ofMinutes(1),
                Duration.ofMinutes(15), 100, Duration.ofDays(365)));
    }

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertThat(with(Map.of()).waits()).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L, 15L);
        assertThat(with(Map.of("first-wait", "20m")).waits()).containsExactly(Duration.ofMinutes(15));
        assertThat(with(Map.of("first-wait", "5s", "longest-wait", "10s")).waits())
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    private static LockoutProperties with(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("lockout." + name, value));
        return new Binder(source).bindOrCreate("lockout", LockoutProperties.class);
    }

}

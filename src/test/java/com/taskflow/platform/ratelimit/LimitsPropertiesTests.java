package com.taskflow.platform.ratelimit;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LimitsPropertiesTests {

    @Test
    void hasTheDefaultsOfTheContract() {
        assertThat(bind(Map.of()).quotas()).containsOnly(Map.entry(RateLimit.LOGIN, Quota.parse("10/15m")),
                Map.entry(RateLimit.REGISTER, Quota.parse("20/1h")), Map.entry(RateLimit.FORGOT, Quota.parse("5/1h")),
                Map.entry(RateLimit.REFRESH, Quota.parse("60/1m")), Map.entry(RateLimit.API, Quota.parse("600/1m")),
                Map.entry(RateLimit.EXPORT, Quota.parse("10/1h")),
                Map.entry(RateLimit.ANONYMOUS, Quota.parse("60/1m")));
    }

    @Test
    void takesEverySettingByTheNameOfItsLimit() {
        for (RateLimit limit : RateLimit.values()) {
            assertThat(bind(Map.of("taskflow.limits." + limit.policyName(), "7/3s")).quotas().get(limit))
                    .isEqualTo(Quota.parse("7/3s"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", "false"})
    void switchesOff(String off) {
        assertThat(bind(Map.of("taskflow.limits.api", off)).quotas()).doesNotContainKey(RateLimit.API).hasSize(6);
    }

    @Test
    void namesTheSettingAndTheFixWhenItCannotBeRead() {
        InvalidLimitException failure = catchThrowableOfType(InvalidLimitException.class,
                () -> bind(Map.of("taskflow.limits.login", "ten a minute")).quotas());

        FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (_, _, _) -> {
                }).stream().map((analyzer) -> analyzer.analyze(failure))
                .filter((found) -> found != null).findFirst().orElseThrow();

        assertThat(analysis.getDescription()).contains("taskflow.limits.login", "'ten a minute'");
        assertThat(analysis.getAction()).contains("TASKFLOW_LIMITS_LOGIN", "10/900s", "off");
    }

    private static LimitsProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("taskflow.limits",
                LimitsProperties.class);
    }

}

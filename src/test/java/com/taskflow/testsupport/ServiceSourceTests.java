package com.taskflow.testsupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServiceSourceTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isEmbeddedWhenNothingIsSaid() {
        assertThat(ServiceSource.ofDatabase(environment)).isEqualTo(ServiceSource.EMBEDDED);
        assertThat(ServiceSource.ofRedis(environment)).isEqualTo(ServiceSource.EMBEDDED);
    }

    @Test
    void decidesForEachServerAlone() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/taskflow");

        assertThat(ServiceSource.ofDatabase(environment)).isEqualTo(ServiceSource.GIVEN);
        assertThat(ServiceSource.ofRedis(environment)).isEqualTo(ServiceSource.EMBEDDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.data.redis.host", "spring.data.redis.port", "spring.data.redis.url"})
    void takesTheRedisThatAnySettingNames(String setting) {
        environment.setProperty(setting, "6379");
        environment.setProperty("taskflow.services", "containers");

        assertThat(ServiceSource.ofRedis(environment)).isEqualTo(ServiceSource.GIVEN);
        assertThat(ServiceSource.ofDatabase(environment)).isEqualTo(ServiceSource.CONTAINERS);
    }

    @Test
    void refusesAnUnknownKind() {
        environment.setProperty("taskflow.services", "docker");

        assertThatExceptionOfType(StartupProblem.class).isThrownBy(() -> ServiceSource.ofDatabase(environment))
                .satisfies(problem -> assertThat(problem.action()).contains("\"containers\""));
    }

}

package com.taskflow;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.SeparateService;

/** The steps of {@code docs/scaling.md}, each with and without every other: all combinations start and serve. */
@FullStackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScalingStepsIntegrationTests {

    private final SeparateService service;

    ScalingStepsIntegrationTests(@Autowired Environment environment) {
        this.service = SeparateService.start(environment, "scaling", "classpath:db/migration");
    }

    /** What may be switched on or left out. */
    enum Step {

        WITHOUT_REDIS("spring.data.redis.port", "1"),
        POOLED_CONNECTIONS("spring.datasource.hikari.data-source-properties.prepareThreshold", "0"),
        OWN_JOBS("taskflow.jobs.enabled", "true"),
        REPLICA("taskflow.replica.url", "${spring.datasource.url}");

        private final String setting;

        private final String value;

        Step(String setting, String value) {
            this.setting = setting;
            this.value = value;
        }

    }

    static Stream<Set<Step>> combinations() {
        Step[] steps = Step.values();
        return IntStream.range(0, 1 << steps.length).mapToObj((bits) -> {
            Set<Step> chosen = EnumSet.noneOf(Step.class);
            IntStream.range(0, steps.length).filter((i) -> (bits >> i & 1) == 1).forEach((i) -> chosen.add(steps[i]));
            return chosen;
        });
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void startsAndServes(Set<Step> steps) {
        Map<String, String> settings = new HashMap<>();
        steps.forEach((step) -> settings.put(step.setting, step.value));

        this.service.restart(settings);

        this.service.client().get().uri("/readyz").exchange().expectStatus().isOk();
        RestTestClient user = ApiUser.register(this.service.client()).client();
        user.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON).body("{\"title\": \"a\"}").exchange()
                .expectStatus().isCreated();
        user.get().uri("/api/v1/tasks").exchange().expectStatus().isOk().expectBody().jsonPath("$.items[0].title")
                .isEqualTo("a");
    }

    @AfterAll
    void stop() {
        this.service.close();
    }

}

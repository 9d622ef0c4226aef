package com.taskflow;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.SeparateService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema may be one release ahead of the service: the migrations run first, then the instances are replaced one by
 * one, and a release can be taken back without them.
 */
@FullStackTest
class NewerSchemaIntegrationTests {

    @Test
    void servesOnTheSchemaOfTheNextRelease(@Autowired Environment environment) {
        try (SeparateService service = SeparateService.start(environment, "next_release",
                "classpath:db/migration,classpath:db/next-release")) {
            RestTestClient user = ApiUser.register(service.client()).client();

            user.post().uri("/api/v1/tasks").contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("title", "Pay the rent")).exchange().expectStatus().isCreated();
            user.get().uri("/api/v1/tasks").exchange().expectStatus().isOk().expectBody()
                    .jsonPath("$.items[0].title").isEqualTo("Pay the rent");

            assertThat(service.owner().sql("select not pinned from task").query(Boolean.class).single()).isTrue();
        }
    }

}

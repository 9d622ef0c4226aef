package com.taskflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.SeparateService;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docker/postgres/after-restore.sql}: what clients remember from before a restore must not be believed. */
@FullStackTest
class RestoredDatabaseIntegrationTests {

    private static final String TASKS = "/api/v1/tasks";

    @Test
    void voidsListTagsAndSessionsOfBefore(@Autowired Environment environment) throws IOException {
        try (SeparateService service = SeparateService.start(environment, "restored", "classpath:db/migration")) {
            RestTestClient user = ApiUser.register(service.client()).client();
            String tag = tag(user);
            assertUnchanged(user, tag);

            service.owner().sql(Files.readString(Path.of("docker/postgres/after-restore.sql"))).update();

            user.get().uri(TASKS).header(HttpHeaders.IF_NONE_MATCH, tag).exchange().expectStatus().isOk();
            assertThat(tag(user)).isNotEqualTo(tag);
            assertThat(openSessions(service)).isZero();
        }
    }

    private static String tag(RestTestClient user) {
        return Objects.requireNonNull(
                user.get().uri(TASKS).exchange().returnResult(String.class).getResponseHeaders().getETag());
    }

    private static void assertUnchanged(RestTestClient user, String tag) {
        user.get().uri(TASKS).header(HttpHeaders.IF_NONE_MATCH, tag).exchange().expectStatus().isNotModified();
    }

    private static int openSessions(SeparateService service) {
        return service.owner().sql("select count(*) from session where revoked_at is null").query(Integer.class)
                .single();
    }

}

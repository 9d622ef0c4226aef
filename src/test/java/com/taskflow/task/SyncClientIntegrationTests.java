package com.taskflow.task;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The example client of docs/sync.md, run as it is. */
@FullStackTest
@Timeout(60)
class SyncClientIntegrationTests {

    private final ApiUser user;

    private final TaskClient tasks;

    private final int port;

    SyncClientIntegrationTests(@Autowired RestTestClient anonymous, @LocalServerPort int port) {
        this.user = ApiUser.register(anonymous);
        this.tasks = new TaskClient(this.user);
        this.port = port;
    }

    @Test
    void keepsItsCopyUpToDate() throws Exception {
        String old = this.tasks.create("old", "");
        Process client = start();
        try (BufferedReader output = client.inputReader()) {
            assertThat(output.readLine()).isEqualTo("+ old");
            this.tasks.create("new", "");
            this.tasks.delete(old);

            assertThat(List.of(output.readLine(), output.readLine())).containsExactly("+ new", "- old");
        } finally {
            client.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), "docs/examples/SyncClient.java"));
        command.addAll(List.of("http://localhost:" + this.port, this.user.accessToken()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

}

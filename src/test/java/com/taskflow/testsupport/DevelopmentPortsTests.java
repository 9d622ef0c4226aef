package com.taskflow.testsupport;

import java.io.IOException;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevelopmentPortsTests {

    @Test
    void namesThePortInUseAndTheSettingThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(StartupProblem.class)
                    .isThrownBy(() -> DevelopmentPorts.requireFree("the API", port, "SERVER_PORT"))
                    .withMessageContaining("Port " + port)
                    .satisfies(problem -> assertThat(problem.action()).contains("SERVER_PORT=" + (port + 10)));
        }
    }

    @Test
    void acceptsAnyFreePort() {
        assertThatCode(() -> DevelopmentPorts.requireFree("the API", 0, "SERVER_PORT")).doesNotThrowAnyException();
    }

}

package com.taskflow.testsupport;

import java.io.IOException;
import java.net.ServerSocket;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Looks, in development, whether the ports are free, before any server is started: a port in use is then known after
 * one second, with the setting that moves it. An import selector because it must run before the mail server's.
 */
final class DevelopmentPorts implements ImportSelector {

    private final Environment environment;

    DevelopmentPorts(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importingClass) {
        if (Development.isOn(environment)) {
            requireFree("the API", environment.getProperty("server.port", Integer.class, 8080), "SERVER_PORT");
            requireFree("health and metrics", environment.getProperty("management.server.port", Integer.class, 8081),
                    "MANAGEMENT_SERVER_PORT");
            if (!environment.containsProperty("spring.mail.host")) {
                requireFree("the page of captured mails", Development.mailPort(environment), "TASKFLOW_DEV_MAIL_PORT");
                requireFree("captured mails (SMTP)", Development.smtpPort(environment), "TASKFLOW_DEV_SMTP_PORT");
            }
        }
        return new String[0];
    }

    /**
     * Fails when another process listens on the port.
     *
     * @param use what listens there
     * @param port 0 for any free one, or negative for none, as in Spring's own settings
     * @param variable the environment variable that sets another port
     */
    static void requireFree(String use, int port, String variable) {
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupProblem("Port " + port + ", for " + use + ", is in use by another process.",
                    "Stop that process (ss -ltnp | grep :" + port + " names it), or take another port: " + variable
                            + "="
                            + (port + 10) + " ./mvnw spring-boot:test-run",
                    e);
        }
    }

}

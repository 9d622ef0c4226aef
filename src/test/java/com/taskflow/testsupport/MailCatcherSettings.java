package com.taskflow.testsupport;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Starts the JVM's one {@link MailCatcher} and points {@code spring.mail} at it, unless {@code spring.mail.host} names
 * a server. Boot has no connection details for mail, and its mail sender is conditional on the property: so it is set
 * in an import selector, which runs before any auto-configuration is looked at.
 */
final class MailCatcherSettings implements ImportSelector {

    private static @Nullable MailCatcher running;

    private final Environment environment;

    MailCatcherSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importingClass) {
        if (environment.containsProperty("spring.mail.host")) {
            return new String[0];
        }
        int port = running(environment).port();
        ((ConfigurableEnvironment) environment).getPropertySources().addFirst(new MapPropertySource("mailCatcher",
                Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", Integer.toString(port))));
        return new String[]{CatcherConfiguration.class.getName()};
    }

    private static synchronized MailCatcher running(Environment environment) {
        MailCatcher catcher = running;
        if (catcher == null) {
            catcher = MailCatcher.start(Development.isOn(environment) ? Development.smtpPort(environment) : 0);
            SpringApplication.getShutdownHandlers().add(catcher::stop);
            running = catcher;
        }
        return catcher;
    }

    /** Hands the running catcher to tests and to the mail page. */
    @Configuration(proxyBeanMethods = false)
    static class CatcherConfiguration {

        // No destroy method: the catcher is the JVM's, not the context's.
        @Bean(destroyMethod = "")
        MailCatcher mailCatcher(Environment environment) {
            return running(environment);
        }

    }

}

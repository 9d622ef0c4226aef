package com.taskflow.testsupport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What {@link DevelopmentApplication} adds to the service and its {@link BackingServices}: the page of captured mails
 * and the line that says where everything is. Settings: {@code taskflow.dev.smtp-port} (3025),
 * {@code taskflow.dev.mail-port} (8025, the page), {@code taskflow.dev.fresh} (false; also {@code --fresh}).
 */
@TestConfiguration(proxyBeanMethods = false)
class Development {

    static final String PROFILE = "dev";

    static boolean isOn(Environment environment) {
        return environment.acceptsProfiles(Profiles.of(PROFILE));
    }

    /** Whether the kept data is to be dropped: {@code --fresh} and {@code --fresh=true} both say so. */
    static boolean isFresh(Environment environment) {
        String argument = environment.getProperty("fresh", "false");
        return !argument.equals("false") || environment.getProperty("taskflow.dev.fresh", Boolean.class, false);
    }

    static int smtpPort(Environment environment) {
        return environment.getProperty("taskflow.dev.smtp-port", Integer.class, 3025);
    }

    static int mailPort(Environment environment) {
        return environment.getProperty("taskflow.dev.mail-port", Integer.class, 8025);
    }

    @Bean
    MailPage mailPage(ObjectProvider<MailCatcher> mailCatcher, Environment environment) {
        return new MailPage(mailCatcher.getIfAvailable(), mailPort(environment));
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> readyLine(MailPage mailPage, Environment environment) {
        return _ -> {
            String address = "http://localhost:" + environment.getProperty("local.server.port");
            String mails = mailPage.address().orElse("sent by " + environment.getProperty("spring.mail.host"));
            // Not a log line: it must be readable whatever the log's format and level.
            System.out.println("TaskFlow is ready: API " + address + "/api/v1 | docs " + address
                    + "/swagger-ui.html | mails " + mails);
        };
    }

}

package com.taskflow.notification;

import java.net.URI;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Mails to users. The mail server is {@code spring.mail.*}; without {@code spring.mail.host} mails wait in the queue and
 * end as dead letters.
 *
 * @param from the sender, an address with or without a name; one that the mail server may send for
 * @param linkBase where people reach the browser client: what links begin with, without a slash at its end
 * @param atOnce how many mails a replica hands over at the same time, each over a connection of its own: as many may come
 * twice when it dies in the middle of it. One is enough for a mail server that answers quickly; with more, mails leave
 * sooner through one that does not
 */
@Validated
@ConfigurationProperties("taskflow.mail")
record MailProperties(@NotBlank @DefaultValue("TaskFlow <no-reply@localhost>") String from,
        @DefaultValue("http://localhost:8080") URI linkBase, @Min(1) @DefaultValue("1") int atOnce) {

    /** A token in the fragment reaches no server, no log and no Referer header (RFC 3986 §3.5). */
    String link(String path, String token) {
        return this.linkBase + path + "#token=" + token;
    }

}

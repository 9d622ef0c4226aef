package com.taskflow.notification;

import java.net.IDN;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server. */
@Component
class SmtpClient {

    private final SmtpConnections connections;

    private final InternetAddress from;

    private final Clock clock;

    SmtpClient(SmtpConnections connections, MailProperties properties, Clock clock) {
        this.connections = connections;
        this.from = sender(properties.from());
        this.clock = clock;
    }

    /**
     * @param id becomes the Message-ID: should it be sent twice, the receiver can tell that it is the same
     * @throws MessagingException when the mail cannot be made, or the server does not take it
     */
    void send(UUID id, Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(this.connections.session());
        MailText text = mail.text();
        MimeMessageHelper parts = new MimeMessageHelper(message, text.html() != null, "UTF-8");
        parts.setFrom(this.from);
        parts.setTo(new InternetAddress(toAscii(mail.address())));
        parts.setSubject(text.subject());
        if (text.html() != null) {
            parts.setText(text.text(), text.html());
        } else {
            parts.setText(text.text());
        }
        parts.setSentDate(Date.from(this.clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        // Last: saving makes up another one.
        message.setHeader("Message-ID", "<%s@%s>".formatted(id, domain(this.from.getAddress())));
        this.connections.send(message);
    }

    /** Domains in other scripts as every mail server understands them (RFC 5891). */
    private static String toAscii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (MessagingException ex) {
            throw new IllegalArgumentException(
                    "taskflow.mail.from must be one address, with or without a name: TaskFlow <no-reply@example.org>",
                    ex);
        }
    }

}

package com.taskflow.notification;

import java.net.IDN;
import java.util.UUID;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server. */
@Component
class SmtpClient {

    private final ObjectProvider<JavaMailSender> server;

    private final InternetAddress from;

    SmtpClient(ObjectProvider<JavaMailSender> server, MailProperties properties) {
        this.server = server;
        this.from = sender(properties.from());
    }

    /**
     * @param id becomes the Message-ID: should it be sent twice, the receiver can tell that it is the same
     * @throws MessagingException when the mail cannot be made
     * @throws org.springframework.mail.MailException when the server does not take it
     */
    void send(UUID id, Mail mail) throws MessagingException {
        JavaMailSender sender = this.server.getIfAvailable(() -> {
            throw new IllegalStateException("There is no mail server: set spring.mail.host");
        });
        MimeMessage message = sender.createMimeMessage();
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
        message.setHeader("Message-ID", "<%s@%s>".formatted(id, domain(this.from.getAddress())));
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
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

package com.taskflow.notification;

import java.util.Optional;
import java.util.UUID;
import jakarta.mail.MessagingException;

import org.springframework.stereotype.Service;

import com.taskflow.platform.flags.Flags;

/**
 * Sends mails, as a job. A mail that the mail server took is recorded at once, so that a second attempt, after whatever
 * went wrong later, sends none. Only a replica that dies in between can make it two.
 */
@Service
class MailService {

    private final MailComposer composer;

    private final SmtpClient smtp;

    private final SentMails sent;

    private final Flags flags;

    MailService(MailComposer composer, SmtpClient smtp, SentMails sent, Flags flags) {
        this.composer = composer;
        this.smtp = smtp;
        this.sent = sent;
        this.flags = flags;
    }

    /** In no transaction: the mail server is not waited for with a connection in hand. */
    void deliver(UUID id, MailOrder order) throws MessagingException {
        if (this.sent.contains(id)) {
            return;
        }
        Optional<Mail> mail = this.composer.compose(order).map((full) -> dressed(full, order.userId()));
        if (mail.isPresent()) {
            this.smtp.send(id, mail.get());
            this.sent.add(id, order.kind());
        }
    }

    private Mail dressed(Mail full, UUID user) {
        return this.flags.isOn(NotificationConfiguration.HTML_MAIL, user)
                ? full
                : new Mail(full.address(), full.text().withoutHtml());
    }

}

package com.taskflow.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Connections to the mail server of {@code spring.mail.*}, as many as mails are sent at once. Each is kept for the next
 * mail: to connect, encrypt and sign in takes longer than to send. What the server closed meanwhile is found out before it
 * is used; what failed is never used again.
 */
@Component
class SmtpConnections implements DisposableBean {

    /** After a longer rest it is not asked whether it is alive: what a network dropped silently takes long to say so. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Deque<Resting> resting = new ConcurrentLinkedDeque<>();

    private final ObjectProvider<JavaMailSenderImpl> server;

    private final Clock clock;

    SmtpConnections(ObjectProvider<JavaMailSenderImpl> server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** What a message needs to be made. */
    Session session() {
        return server().getSession();
    }

    /** @throws MessagingException when no connection is to be had, or the server does not take the message */
    void send(Message message) throws MessagingException {
        Transport connection = take();
        try {
            connection.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException | RuntimeException ex) {
            close(connection, ex);
            throw ex;
        }
        this.resting.push(new Resting(connection, this.clock.instant()));
    }

    private Transport take() throws MessagingException {
        Instant oldest = this.clock.instant().minus(LONGEST_REST);
        for (Resting each = this.resting.poll(); each != null; each = this.resting.poll()) {
            if (each.since().isAfter(oldest) && each.connection().isConnected()) {
                return each.connection();
            }
            each.connection().close();
        }
        return connect();
    }

    private Transport connect() throws MessagingException {
        JavaMailSenderImpl settings = server();
        String protocol = settings.getProtocol();
        Transport connection = settings.getSession()
                .getTransport((protocol != null) ? protocol : JavaMailSenderImpl.DEFAULT_PROTOCOL);
        connection.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
        return connection;
    }

    private static void close(Transport connection, Exception failure) {
        try {
            connection.close();
        } catch (MessagingException ex) {
            failure.addSuppressed(ex);
        }
    }

    private JavaMailSenderImpl server() {
        return this.server.getIfAvailable(() -> {
            throw new IllegalStateException("There is no mail server: set spring.mail.host");
        });
    }

    @Override
    public void destroy() throws MessagingException {
        for (Resting each = this.resting.poll(); each != null; each = this.resting.poll()) {
            each.connection().close();
        }
    }

    /** One that nobody uses, and since when. */
    private record Resting(Transport connection, Instant since) {

    }

}

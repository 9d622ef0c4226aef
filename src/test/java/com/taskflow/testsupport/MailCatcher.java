package com.taskflow.testsupport;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server on loopback that delivers nothing and keeps the newest thousand mails in memory, so that people and
 * tests can read what TaskFlow sends. Safe to use from several threads.
 */
public final class MailCatcher {

    private static final int KEPT = 1000;

    private final GreenMail server;
    private final Deque<CapturedMail> newestFirst = new ArrayDeque<>();

    private MailCatcher(GreenMail server) {
        this.server = server;
    }

    /** @param port 0 for any free one */
    static MailCatcher start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        startAsDaemon(server);
        MailCatcher catcher = new MailCatcher(server);
        try {
            GreenMailUser sink = server.getUserManager().createUser("sink@localhost", "sink", "sink");
            server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
                catcher.capture(recipient.getEmail(), message.getMessage());
                return sink;
            });
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
        return catcher;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** All kept mails, newest first. */
    public synchronized List<CapturedMail> messages() {
        return List.copyOf(newestFirst);
    }

    /** The kept mails to the address, in any letter case, newest first. */
    public List<CapturedMail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.isTo(address)).toList();
    }

    void stop() {
        server.stop();
    }

    private synchronized void capture(String to, MimeMessage message) throws MessagingException {
        try {
            newestFirst.addFirst(CapturedMail.of(to, message, Instant.now()));
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
            // GreenMail stores every mail as well, without a bound.
            server.purgeEmailFromAllMailboxes();
        } catch (IOException | FolderException e) {
            throw new MessagingException("The mail could not be kept", e);
        }
    }

    /** Threads inherit being a daemon: otherwise GreenMail's would keep a JVM alive whose application did not start. */
    private static void startAsDaemon(GreenMail server) {
        try {
            CompletableFuture.runAsync(server::start, task -> Thread.ofPlatform().daemon().start(task)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The mail server does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting the mail server", e);
        }
    }

}

package com.taskflow.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SmtpConnectionsTests {

    private final MutableClock clock = MutableClock.at(Instant.EPOCH);

    private final Session session = Session.getInstance(new Properties());

    private final SmtpConnections connections = new SmtpConnections(
            new StaticListableBeanFactory(Map.of("sender", sender())).getBeanProvider(JavaMailSenderImpl.class),
            this.clock);

    private JavaMailSenderImpl sender() {
        this.session.addProvider(
                new Provider(Provider.Type.TRANSPORT, "recorded", RecordedTransport.class.getName(), "", ""));
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setSession(this.session);
        sender.setProtocol("recorded");
        sender.setHost("localhost");
        return sender;
    }

    @BeforeEach
    void forget() {
        RecordedTransport.OPENED.clear();
    }

    @Test
    void sendsTheNextMailOverTheSameConnection() throws Exception {
        send();
        this.clock.advance(Duration.ofSeconds(29));
        send();

        assertThat(RecordedTransport.OPENED).singleElement().extracting((each) -> each.sent).isEqualTo(2);
    }

    @Test
    void connectsAgainAfterALongRest() throws Exception {
        send();
        this.clock.advance(Duration.ofSeconds(30));
        send();

        assertThat(RecordedTransport.OPENED).hasSize(2).first().matches((each) -> !each.isConnected());
    }

    @Test
    void connectsAgainWhenTheServerHasEndedTheConnection() throws Exception {
        send();
        RecordedTransport.OPENED.getFirst().close();
        send();

        assertThat(RecordedTransport.OPENED).hasSize(2);
    }

    @Test
    void neverUsesAConnectionAgainThatFailed() throws Exception {
        send();
        RecordedTransport.OPENED.getFirst().failing = true;
        assertThatExceptionOfType(MessagingException.class).isThrownBy(this::send);
        send();

        assertThat(RecordedTransport.OPENED).hasSize(2).first().matches((each) -> !each.isConnected());
    }

    @Test
    void endsItsConnectionsWithTheService() throws Exception {
        send();
        this.connections.destroy();

        assertThat(RecordedTransport.OPENED).singleElement().matches((each) -> !each.isConnected());
    }

    private void send() throws MessagingException {
        MimeMessage message = new MimeMessage(this.connections.session());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("me@example.org"));
        this.connections.send(message);
    }

    /** What the session makes its connections of. */
    public static final class RecordedTransport extends Transport {

        private static final List<RecordedTransport> OPENED = new CopyOnWriteArrayList<>();

        private int sent;

        private boolean failing;

        public RecordedTransport(Session session, URLName name) {
            super(session, name);
        }

        @Override
        protected boolean protocolConnect(String host, int port, String user, String password) {
            OPENED.add(this);
            return true;
        }

        @Override
        public void sendMessage(Message message, Address[] recipients) throws MessagingException {
            if (this.failing) {
                throw new MessagingException("The connection was reset");
            }
            this.sent++;
        }

    }

}
